import type { Prisma, Referral } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { requireTransferable } from '../cases/status.ts';
import { letterContent } from '../correspondence/letter-content.ts';
import { requirePrintable } from '../correspondence/printable-letter.ts';
import { queueCorrespondence } from '../correspondence/queue-correspondence.ts';
import { ConfirmationRequired } from '../errors.ts';
import { programDay } from '../program-day.ts';
import { requireVersion } from './draft-version.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { submitConfirmation } from './form-texts.ts';
import { accessGiven } from './given-access.ts';
import { findEarlierReferrals, PossibleDuplicate } from './possible-duplicate.ts';
import { requirePrivacyAcknowledged } from './privacy/privacy-acknowledgement.ts';
import { type CompleteReferral, requireComplete } from './required-fields.ts';

/**
 * Submits a draft once confirmed: it gets today's Referral Date, its letter and email are queued, and the receiving
 * organization gains the access that the type gives; all of it or nothing (R16, R24 to R26, B1). Submitting again, be
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
    const referral = await findReferralToChange(transaction, actor, input.referralId);
    if (referral.status !== 'DRAFT') return;
    requireVersion(referral, input.version);
    const now = platform.now();
    const today = programDay(now, platform.timeZone);
    const complete = await requireComplete(actor, transaction, referral, today);
    const { status, personId } = await transaction.case.findUniqueOrThrow({ where: { id: referral.caseId } });
    if (referral.type === 'CASE_TRANSFER') requireTransferable(status);
    const letter = await letterContent(transaction, referral.id, today);
    if (letter !== null) await requirePrintable(letter);
    const acknowledged: string[] = [];
    const earlier = await findEarlierReferrals(transaction, referral, now);
    if (earlier.length > 0) {
      if (!input.acknowledgeDuplicate) throw new PossibleDuplicate(earlier);
      acknowledged.push('acknowledgeDuplicate');
    }
    const { acknowledgePrivacyFindings = false } = input;
    acknowledged.push(
      ...(await requirePrivacyAcknowledged(transaction, referral.id, acknowledgePrivacyFindings)),
    );
    if (!input.confirm) throw new ConfirmationRequired(submitConfirmation);

    await transaction.referral.update({
      where: { id: referral.id, status: 'DRAFT' },
      data: { status: 'SUBMITTED', submittedAt: now, submittedById: actor.staffId, referralDate: today },
    });
    // Kept as it is at submit, whatever changes later on (B2).
    await transaction.letter.create({
      data: { referralId: referral.id, content: letter as Prisma.InputJsonObject },
    });
    await giveAccess(transaction, complete, personId, now);
    await queueCorrespondence(transaction, actor, platform, {
      referralId: referral.id,
      emailTo: complete.emailTo,
    });
    await recordAudit(transaction, actor, {
      action: 'referral.submit',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
      personId,
      details: acknowledged,
    });
    await publish(transaction, { topic: 'referralStatus', referralId: referral.id, caseId: referral.caseId });
  });
}

async function giveAccess(
  transaction: Transaction,
  referral: Referral & CompleteReferral,
  personId: string,
  now: Date,
): Promise<void> {
  const given = accessGiven(referral.type, now);
  if (given === null || referral.receivingOrganizationId === null) return;
  await transaction.referralAccess.create({
    data: {
      referralId: referral.id,
      caseId: referral.caseId,
      personId,
      organizationId: referral.receivingOrganizationId,
      beganAt: now,
      ...given,
    },
  });
}
