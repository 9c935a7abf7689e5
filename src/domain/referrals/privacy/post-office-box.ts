import type { Run } from './digit-runs.ts';
import type { Token } from './read-tokens.ts';

const box = /^(?:p\.?o\.?box|postofficebox|c\.?p\.?|casepostale)(?:no\.?|#)?$/;
const ruralRoute = /^(?:r\.?r\.?|ruralroute)(?:no\.?|#)?$/;

/** "P.O. Box 12", "C.P. 12", "case postale 12", "R.R. #3": a box or a rural route, with its number. */
export function boxAt(tokens: readonly Token[], first: number): (Run & { number: string }) | null {
  let letters = '';
  for (let last = first; last < first + 8; last += 1) {
    const token = tokens[last];
    if (token === undefined || (last > first && token.gap === 'paragraph')) return null;
    if (token.kind === 'number') {
      const isOne = box.test(letters) || (ruralRoute.test(letters) && token.folded.length <= 2);
      return isOne ? { first, last, number: token.folded } : null;
    }
    letters += token.folded;
    if (letters.length > 16 || !/^[pcr]/.test(letters)) return null;
  }
  return null;
}
