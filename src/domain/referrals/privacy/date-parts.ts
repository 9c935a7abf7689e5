import type { Token } from './read-tokens.ts';

const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'e', 'eme', 'ieme']);

/** The next word or number past at most two of these marks and one of these words, in the same paragraph. */
export function step(tokens: readonly Token[], after: number, marks: string, words?: RegExp): number | null {
  for (let at = after + 1; at <= after + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'paragraph') return null;
    if (token.kind === 'number') return at;
    if (token.kind === 'word' && words?.test(token.folded) !== true) return at;
    if (token.kind === 'mark' && !marks.includes(token.folded)) return null;
  }
  return null;
}

/** A number of one or two digits. */
export function shortNumber(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.folded.length <= 2 ? Number(token.folded) : null;
}

/** "5th", "1er": past the letters that touch the number. */
export function pastOrdinal(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return next?.gap === 'none' && ordinals.has(next.folded) ? at + 1 : at;
}

/** Whether a number before it belongs to it: "7.5.3.1990". */
export function joinsNumberBefore(tokens: readonly Token[], first: number): boolean {
  const [token, mark, number] = [tokens[first], tokens[first - 1], tokens[first - 2]];
  if (token?.kind !== 'number' || token.gap !== 'none' || mark === undefined) return false;
  return (
    mark.kind === 'number' ||
    (/^[-/.]$/.test(mark.folded) && mark.gap === 'none' && number?.kind === 'number')
  );
}

/** Whether a number after it belongs to it. */
export function joinsNumberAfter(tokens: readonly Token[], last: number): boolean {
  const [mark, number] = [tokens[last + 1], tokens[last + 2]];
  if (mark?.gap !== 'none') return false;
  return /^[-/.]$/.test(mark.folded) && number?.gap === 'none' && number.kind === 'number';
}
