import type { Token } from './read-tokens.ts';

/** The tokens that something takes up, the last inclusive. */
export type Run = { first: number; last: number };

/** Between the groups of one number: a space, or a dash, dot, slash or bracket with spaces or without. */
const between = /^[-./)(·]$/;

/** The next group of digits of the same number, in the same line. */
function nextGroup(tokens: readonly Token[], after: number): number | null {
  for (let at = after + 1; at <= after + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.gap !== 'none' && token.gap !== 'space')) return null;
    if (token.kind === 'number') return at;
    if (!between.test(token.folded)) return null;
  }
  return null;
}

/** Groups of digits of these lengths, one after the other, that are no part of a longer number or word. */
export function runOfShape(
  tokens: readonly Token[],
  first: number,
  shape: readonly number[],
): (Run & { digits: string }) | null {
  let digits = '';
  let last = first;
  for (const [index, length] of shape.entries()) {
    const at = index === 0 ? first : nextGroup(tokens, last);
    const group = at === null ? undefined : tokens[at];
    if (at === null || group?.kind !== 'number' || group.folded.length !== length) return null;
    digits += group.folded;
    last = at;
  }
  return standsAlone(tokens, { first, last }) ? { first, last, digits } : null;
}

/** Exactly these digits, grouped in any way. */
export function runOfDigits(tokens: readonly Token[], first: number, digits: string): Run | null {
  let read = 0;
  let at: number | null = first;
  while (at !== null) {
    const group: Token | undefined = tokens[at];
    if (group?.kind !== 'number' || !digits.startsWith(group.folded, read)) return null;
    read += group.folded.length;
    if (read === digits.length) return { first, last: at };
    at = nextGroup(tokens, at);
  }
  return null;
}

/** All digits from a group on, at most so many. */
export function runUpTo(
  tokens: readonly Token[],
  first: number,
  most: number,
): (Run & { digits: string }) | null {
  let run: (Run & { digits: string }) | null = null;
  let at: number | null = first;
  while (at !== null) {
    const group: Token | undefined = tokens[at];
    const digits: string = (run?.digits ?? '') + (group?.folded ?? '');
    if (group?.kind !== 'number' || digits.length > most) break;
    run = { first, last: at, digits };
    at = nextGroup(tokens, at);
  }
  return run;
}

/** Whether no letter or digit touches it, not even by a dash, dot or slash. */
export function standsAlone(tokens: readonly Token[], { first, last }: Run): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (tokens[first]?.gap === 'none' && before !== undefined) {
    if (before.kind !== 'mark') return false;
    const touches = between.test(before.folded) && before.folded !== '(' && before.gap === 'none';
    if (touches && tokens[first - 2]?.kind === 'number') return false;
  }
  if (after?.gap !== 'none') return true;
  if (after.kind !== 'mark') return false;
  const joins = between.test(after.folded) && after.folded !== ')' && tokens[last + 2]?.gap === 'none';
  return !(joins && tokens[last + 2]?.kind === 'number');
}

/**
 * How many tokens before a place one of these words stands, in the same paragraph.
 * @returns Infinity where none does within so many.
 */
export function distanceBack(
  tokens: readonly Token[],
  at: number,
  words: ReadonlySet<string>,
  within = 6,
): number {
  for (let back = 1; back <= within; back += 1) {
    if (tokens[at - back + 1]?.gap === 'paragraph') return Number.POSITIVE_INFINITY;
    const token = tokens[at - back];
    if (token?.kind === 'word' && words.has(token.folded)) return back;
  }
  return Number.POSITIVE_INFINITY;
}
