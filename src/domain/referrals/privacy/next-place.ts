import type { Token } from './read-tokens.ts';

/** The next word or number, past marks such as those in "Apt. #4", in the same paragraph. */
export function nextPlace(tokens: readonly Token[], after: number): number | null {
  for (let at = after + 1; at <= after + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'paragraph') return null;
    if (token.kind !== 'mark') return at;
    if (!/^[-.,#']$/.test(token.folded)) return null;
  }
  return null;
}
