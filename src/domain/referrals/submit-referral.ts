import type { Prisma, Referral } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { requireTransferable } from '../cases/status.ts';
import { letterContent } from '../correspondence/letter-content.ts';
import { queueCorrespondence } from '../correspondence/queue-correspondence.ts';
import { ConfirmationRequired } from '../errors.ts';
import { addDays, programDay } from '../program-day.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { requireEligible } from './organization-choice.ts';
import { type CompleteReferral, requireComplete } from './required-fields.ts';

/** The guide's text (R15). */
const confirmation = {
  EN: 'Submitting the referral will complete the referral and send an email to the specified address.\n\nDo you wish to proceed?',
  FR: 'La soumission de l’aiguillage le rendra définitif et enverra un courriel à l’adresse indiquée.\n\nVoulez-vous continuer?',
};

/** After so many days access by a Case Transfer referral that nobody acts on ends by itself (D8). */
const daysUntilExpiry = 90;

/**
 * Submits a draft once confirmed: it gets today's Referral Date, its letter and email are queued, and the receiving
 * organization gains the access that the type gives; all of it or nothing (R16, R24 to R26, B1). Submitting again, be
 * it by a double click, changes nothing and is no error (D9).
 * @throws NotFound, NotAllowed, InvalidInput naming every missing or wrong field (D1), OrganizationNotEligible (R6),
 * CaseNotTransferable (R27), ConfirmationRequired (R15).
 */
export async function submitReferral(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; confirm: boolean },
): Promise<void> {
  const now = platform.now();
  const today = programDay(now, platform.timeZone);
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId);
    if (referral.status !== 'DRAFT') return;
    const complete = requireComplete(referral);
    if (complete.receivingOrganizationId !== null) {
      await requireEligible(transaction, actor, complete.receivingOrganizationId, today);
    }
    const { status, personId } = await transaction.case.findUniqueOrThrow({ where: { id: referral.caseId } });
    if (referral.type === 'CASE_TRANSFER') requireTransferable(status);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);

    await transaction.referral.update({
      where: { id: referral.id, status: 'DRAFT' },
      data: { status: 'SUBMITTED', submittedAt: now, submittedById: actor.staffId, referralDate: today },
    });
    await fixLetter(transaction, referral.id, today);
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
    });
    await publish(transaction, { topic: 'referralStatus', referralId: referral.id, caseId: referral.caseId });
  });
}

/** Keeps what the letter says as it is at submit, whatever changes later on (B2). */
async function fixLetter(transaction: Transaction, referralId: string, today: Date): Promise<void> {
  const content = await letterContent(transaction, referralId, today);
  await transaction.letter.create({ data: { referralId, content: content as Prisma.InputJsonObject } });
}

async function giveAccess(
  transaction: Transaction,
  referral: Referral & CompleteReferral,
  personId: string,
  now: Date,
): Promise<void> {
  if (referral.receivingOrganizationId === null) return;
  const transfer = referral.type === 'CASE_TRANSFER';
  await transaction.referralAccess.create({
    data: {
      referralId: referral.id,
      caseId: referral.caseId,
      personId,
      organizationId: referral.receivingOrganizationId,
      scope: transfer ? 'PERSON_RECORD_AND_CASE_SUMMARY' : 'PERSON_RECORD',
      beganAt: now,
      expiresAt: transfer ? addDays(now, daysUntilExpiry) : null,
    },
  });
}
