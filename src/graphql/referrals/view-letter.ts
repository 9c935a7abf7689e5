import { letterFileName } from '../../documents/letter/letter-file-name.ts';
import type { Language } from '../../domain/language.ts';
import { referralLetter } from '../../domain/referrals/referral-letter.ts';
import type { RequestContext } from '../context.ts';
import type { LetterView } from '../correspondence/letter.ts';

/**
 * The letter of a referral, with a new link that is for the viewer alone (R14).
 * @returns null while no template is chosen (R8).
 */
export async function viewLetter(
  { id, language }: { id: string; language: Language },
  { actor, platform, links }: RequestContext,
): Promise<LetterView | null> {
  const letter = await referralLetter(actor, platform, id);
  if (letter === null) return null;
  const link = await links.sign('letters', { staffId: actor.staffId, id });
  return { ...letter, ...link, fileName: letterFileName(language === 'FR' ? 'fr' : 'en') };
}
