import { distanceBack, runOfDigits, runOfShape } from './digit-runs.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const shapes = [[3, 3, 3], [9]];
const sinWords = new Set(['sin', 'nas', 'social', 'sociale', 'sins']);
/** Other numbers of nine digits, among them the business number, whose last digit is a check digit too. */
const otherNumbers = new Set(
  'bn ne business entreprise entreprises charity bienfaisance registration enregistrement gst hst tps tvh invoice facture account compte order commande reference confirmation tracking suivi'.split(
    ' ',
  ),
);
const businessAccounts = new Set(['rt', 'rr', 'rp', 'rc', 'rz', 'rm']);

/**
 * Finds Social Insurance Numbers: this client's however it is grouped, and any whose check digit is right. After the word
 * SIN, nine digits are a possible one even where it is not.
 */
export function findSins(tokens: readonly Token[], sin: string | null): Sighting[] {
  const own = digitsOf(sin);
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number') return [];
    const mine = own === '' ? null : runOfDigits(tokens, at, own);
    if (mine !== null) return [sightingOf(tokens, mine, 'SIN', 'client')];
    const shape = shapes.find((lengths) => runOfShape(tokens, at, lengths) !== null);
    const run = shape === undefined ? null : runOfShape(tokens, at, shape);
    if (run === null || tokens[at - 1]?.folded === '+') return [];
    const named = distanceBack(tokens, at, sinWords);
    if (distanceBack(tokens, at, otherNumbers) < named) return [];
    if (businessAccounts.has(tokens[run.last + 1]?.folded ?? '')) return [];
    if (isCheckDigitRight(run.digits)) return [sightingOf(tokens, run, 'SIN', 'likely')];
    return named === Number.POSITIVE_INFINITY ? [] : [sightingOf(tokens, run, 'SIN', 'possible')];
  });
}

/** Only the digits of a number as it is kept; none of a number that there is not. */
export function digitsOf(number: string | null): string {
  return (number ?? '').replace(/\D/gu, '');
}

/** The Luhn check of a SIN; nine zeros pass it, but are no number. */
function isCheckDigitRight(digits: string): boolean {
  const sum = Array.from(digits, (digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return weighted > 9 ? weighted - 9 : weighted;
  }).reduce((total, value) => total + value, 0);
  return sum > 0 && sum % 10 === 0;
}
