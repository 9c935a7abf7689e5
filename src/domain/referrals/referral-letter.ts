import type { Referral } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { type LetterFacts, letterText } from '../correspondence/letter-content.ts';
import { draftLetter, type LetterPdf, submittedLetter } from '../correspondence/letter-pdf.ts';
import { Refusal } from '../errors.ts';
import { programDay } from '../program-day.ts';
import { referralsWithVisibleLetter } from './access.ts';

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
    where: { id: referralId, ...referralsWithVisibleLetter(actor) },
    select: { status: true },
  });
  if (referral === null) return null;
  return referral.status === 'DRAFT'
    ? await draftLetter(database, referralId, programDay(now(), timeZone))
    : await submittedLetter(platform, referralId);
}

/** The letter cannot be looked at before a template is chosen: there is none (R8). */
export class NoTemplateChosen extends Refusal {
  override readonly name = 'NoTemplateChosen';
  readonly code = 'NO_TEMPLATE_CHOSEN';

  constructor() {
    super({
      EN: 'There is no letter to look at yet. Choose a template first.',
      FR: 'Il n’y a pas encore de lettre à voir. Choisissez d’abord un modèle.',
    });
  }
}

/**
 * Checks that there is a letter to look at, which {@link referralLetter} then gives.
 * @throws NoTemplateChosen for a draft without a template (R8).
 */
export function requireLetter(referral: LetterFacts & Pick<Referral, 'status'>): void {
  if (referral.status === 'DRAFT' && letterText(referral) === null) throw new NoTemplateChosen();
}
