import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { draftLetter, type LetterPdf, submittedLetter } from '../correspondence/letter-pdf.ts';
import { programDay } from '../program-day.ts';
import { visibleReferrals } from './access.ts';

/**
 * The letter of a referral the actor may see: as it would be sent today for a draft, as it was attached after submit (R14).
 * @returns null where there is no such referral, or no template is chosen yet (R8).
 */
export async function referralLetter(
  actor: Actor,
  platform: Platform,
  referralId: string,
): Promise<LetterPdf | null> {
  const { database, now, timeZone } = platform;
  const referral = await database.referral.findFirst({
    where: { id: referralId, ...visibleReferrals(actor) },
    select: { status: true },
  });
  if (referral === null) return null;
  return referral.status === 'DRAFT'
    ? await draftLetter(database, referralId, programDay(now(), timeZone))
    : await submittedLetter(platform, referralId);
}
