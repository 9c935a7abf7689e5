import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { LetterPdf } from '../correspondence/letter-pdf.ts';
import { referralLetter } from './referral-letter.ts';

/**
 * The letter of a referral for somebody who follows a link to it; where their organization does not manage the case, that goes on
 * record first (R14, D14).
 * @returns null where there is no such letter for them.
 */
export async function openReferralLetter(
  actor: Actor,
  platform: Platform,
  referralId: string,
): Promise<LetterPdf | null> {
  const letter = await referralLetter(actor, platform, referralId);
  if (letter === null) return null;
  const { caseId, case: found } = await platform.database.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: { caseId: true, case: { select: { organizationId: true } } },
  });
  if (found.organizationId !== actor.organizationId) {
    await recordAudit(platform.database, actor, {
      action: 'referral.letter.open',
      outcome: 'VIEWED',
      entityType: 'Referral',
      entityId: referralId,
      caseId,
    });
  }
  return letter;
}
