import type { NameUnit } from './name-units.ts';
import { isAllCapitals, isCapitalized, type Token } from './read-tokens.ts';

/** The next word, past one or two of these marks, in the same paragraph. */
export function nextPiece(tokens: readonly Token[], after: number, marks: string): number | null {
  for (let at = after + 1; at <= after + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'paragraph') return null;
    if (token.kind === 'word') return at;
    if (!marks.includes(token.folded)) return null;
  }
  return null;
}

/** The first letters of these parts of a name. */
export function initialsOf(units: readonly NameUnit[], roles: NameUnit['role'][]): ReadonlySet<string> {
  return new Set(units.filter(({ role }) => roles.includes(role)).map(({ letters }) => letters.slice(0, 1)));
}

/** Initials in capitals, each with its dot or without, together or apart: "R.", "R. L.", "R.L.", "RL", "J.-P.". */
export function initialsAt(
  tokens: readonly Token[],
  at: number,
  initials: ReadonlySet<string>,
): number | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || !areInitials(token, initials)) return null;
  let last = at;
  for (let taken = 0; taken < 4; taken += 1) {
    const dot = tokens[last + 1];
    if (dot?.folded === '.' && dot.gap === 'none') last += 1;
    const next = nextPiece(tokens, last, '-');
    const more = next === null ? undefined : tokens[next];
    if (next === null || more === undefined || more.folded.length !== 1 || !areInitials(more, initials))
      break;
    last = next;
  }
  return last;
}

function areInitials(token: Token, initials: ReadonlySet<string>): boolean {
  const { folded } = token;
  if (folded.length > 3 || !/^[a-z]+$/.test(folded)) return false;
  const capitals = folded.length === 1 ? isCapitalized(token) : isAllCapitals(token);
  return capitals && Array.from(folded).every((letter) => initials.has(letter));
}
