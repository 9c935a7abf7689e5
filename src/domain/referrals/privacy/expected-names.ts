import { readTokens, type Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

/** Finds the names of organizations that the referral is between: words in them tell nothing of the client. */
export function findExpectedNames(
  tokens: readonly Token[],
  organizationNames: readonly string[],
): Sighting[] {
  const names = organizationNames.map(wordsOf).filter((words) => words.length > 1);
  return tokens.flatMap((_, at) =>
    names.flatMap((words) => {
      const last = endOf(tokens, at, words);
      return last === null ? [] : [sightingOf(tokens, { first: at, last }, 'NAME', 'others')];
    }),
  );
}

function wordsOf(name: string): string[] {
  return readTokens(name)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ folded }) => folded);
}

/** Where these words end, whatever marks stand between them. */
function endOf(tokens: readonly Token[], first: number, words: readonly string[]): number | null {
  let at = first;
  for (const [index, word] of words.entries()) {
    while (index > 0 && at < first + 3 * words.length && tokens[at]?.kind === 'mark') at += 1;
    if (tokens[at]?.folded !== word) return null;
    at += 1;
  }
  return at - 1;
}
