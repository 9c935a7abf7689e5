import { distanceBack, runOfDigits, runOfShape } from './digit-runs.ts';
import { digitsOf } from './find-sins.ts';
import { parsePhone } from './parse-phone.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const cardWords = new Set('msi hcn hc health healthcard medicare sante maladie mcn'.split(' '));
const phoneWords = new Set(
  'call calling phone tel telephone cell cellular mobile text fax contact appelez appeler telephoner cellulaire telecopieur joindre composez at au line ligne'.split(
    ' ',
  ),
);
const otherNumbers = new Set(
  'invoice facture account compte order commande reference confirmation tracking suivi agreement entente ticket billet'.split(
    ' ',
  ),
);

/**
 * Finds Nova Scotia health card numbers: ten digits, on the card as 0000 000 000, without a check digit that is made public.
 * This client's counts however it is grouped. Any other counts in the grouping of the card or after a word for it; ten
 * digits that cannot be a phone number in North America are possibly one.
 */
export function findHealthCards(tokens: readonly Token[], healthCardNumber: string | null): Sighting[] {
  const own = digitsOf(healthCardNumber);
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number') return [];
    const mine = own === '' ? null : runOfDigits(tokens, at, own);
    if (mine !== null) return [sightingOf(tokens, mine, 'HEALTH_CARD_NUMBER', 'client')];
    const card = runOfShape(tokens, at, [4, 3, 3]);
    if (card !== null) return [sightingOf(tokens, card, 'HEALTH_CARD_NUMBER', 'likely')];
    const run = runOfShape(tokens, at, [10]) ?? runOfShape(tokens, at, [3, 3, 4]);
    if (run === null) return [];
    const named = distanceBack(tokens, at, cardWords);
    const grouped = run.last > run.first;
    const callable = parsePhone(run.digits) !== null;
    if (callable && (grouped || distanceBack(tokens, at, phoneWords) < named)) return [];
    if (named < Number.POSITIVE_INFINITY) return [sightingOf(tokens, run, 'HEALTH_CARD_NUMBER', 'likely')];
    if (callable || grouped || distanceBack(tokens, at, otherNumbers) < Number.POSITIVE_INFINITY) return [];
    return [sightingOf(tokens, run, 'HEALTH_CARD_NUMBER', 'possible')];
  });
}
