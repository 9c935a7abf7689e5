import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { queueCorrespondence } from '../correspondence/queue-correspondence.ts';
import { ConfirmationRequired } from '../errors.ts';
import { keepOrganization } from '../organizations/lock-organization.ts';
import { programDay } from '../program-day.ts';
import { requireVersion } from './draft-version.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { submitConfirmation } from './form-texts.ts';
import { accessGiven } from './given-access.ts';
import { PossibleDuplicate } from './possible-duplicate.ts';
import { requirePrivacyAcknowledged } from './privacy/privacy-acknowledgement.ts';
import { submitQuestions } from './submit-questions.ts';
import { requireSubmittable, type SubmittableReferral, submitFacts } from './submittable.ts';
import { tellReceiver } from './tell-receiver.ts';

/**
 * Submits a draft once confirmed: it gets today's Referral Date, its letter and email are queued, and the receiving
 * organization gains the access that the type gives and is told; all of it or nothing (R16, R24 to R26, B1). Submitting again, be
 * it by a double click, changes nothing and is no error (D9).
 * @param input.version the version that the user has seen, so that what is confirmed is what is submitted; left out, any.
 * @param input.acknowledgeDuplicate whether the user knows of earlier referrals of the same kind (D10); audited where there are.
 * @param input.acknowledgePrivacyFindings whether the user has seen what the texts may tell of the client (B3); audited where
 * there is anything.
 * @throws NotFound, NotAllowed, StaleDraft, InvalidInput naming every missing or wrong field (D1), OrganizationNotEligible (R6),
 * TemplateNotOffered where it was retired meanwhile (R8), CaseNotTransferable (R27), UnprintableCharacters
 * (R22), PossibleDuplicate (D10), PrivacyFindingsNotAcknowledged (B3), ConfirmationRequired (R15).
 */
export async function submitReferral(
  actor: Actor,
  platform: Platform,
  input: {
    referralId: string;
    version?: number | null | undefined;
    acknowledgeDuplicate?: boolean;
    acknowledgePrivacyFindings?: boolean;
    confirm: boolean;
  },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, [
      'referrals',
      'submit',
    ]);
    if (referral.status !== 'DRAFT') return;
    requireVersion(referral, input.version);
    if (referral.receivingOrganizationId !== null) {
      await keepOrganization(transaction, referral.receivingOrganizationId);
    }
    const now = platform.now();
    const today = programDay(now, platform.timeZone);
    const facts = await transaction.referral.findUniqueOrThrow({
      where: { id: referral.id },
      select: submitFacts(today),
    });
    const { complete, letter } = await requireSubmittable(actor, facts, today);
    const { earlierIds, findings } = await submitQuestions(transaction, referral.id, now);
    const acknowledged: string[] = [];
    if (earlierIds.length > 0) {
      if (!input.acknowledgeDuplicate) throw new PossibleDuplicate(earlierIds);
      acknowledged.push('acknowledgeDuplicate', ...earlierIds.map((id) => `Referral:${id}`));
    }
    const { acknowledgePrivacyFindings = false } = input;
    acknowledged.push(...requirePrivacyAcknowledged(findings, acknowledgePrivacyFindings));
    if (!input.confirm) throw new ConfirmationRequired(submitConfirmation);

    await transaction.referral.update({
      where: { id: referral.id, status: 'DRAFT' },
      data: { status: 'SUBMITTED', submittedAt: now, submittedById: actor.staffId, referralDate: today },
    });
    // Kept as it is at submit, whatever changes later on (B2).
    await transaction.letter.create({
      data: { referralId: referral.id, content: letter as Prisma.InputJsonObject },
    });
    await giveAccess(transaction, complete, now);
    await tellReceiver(transaction, platform, referral, actor.staffId);
    await queueCorrespondence(transaction, actor, platform, {
      referralId: referral.id,
      emailTo: complete.emailTo,
    });
    await recordAudit(transaction, actor, {
      action: 'referral.submit',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
      personId: complete.case.personId,
      details: acknowledged,
    });
    await publish(transaction, { topic: 'referralStatus', referralId: referral.id, caseId: referral.caseId });
  });
}

async function giveAccess(transaction: Transaction, referral: SubmittableReferral, now: Date): Promise<void> {
  const given = accessGiven(referral.type, now);
  if (given === null || referral.receivingOrganizationId === null) return;
  await transaction.referralAccess.create({
    data: {
      referralId: referral.id,
      caseId: referral.caseId,
      personId: referral.case.personId,
      organizationId: referral.receivingOrganizationId,
      beganAt: now,
      ...given,
    },
  });
}
