import { anyStreetAddress } from './any-street-address.ts';
import type { Run } from './digit-runs.ts';
import { nextPlace } from './next-place.ts';
import { boxAt } from './post-office-box.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';
import { addressWord, englishStreets, frenchStreets } from './street-words.ts';

/**
 * Finds street addresses: this client's for sure, its street without the number and any other address as possibly the
 * client's. A post office box is an address too.
 * @param lines the client's address lines.
 * @param others the lines of the organizations' addresses.
 */
export function findStreetAddresses(
  tokens: readonly Token[],
  lines: readonly string[],
  others: readonly string[],
): Sighting[] {
  const own = lines.map(addressWords).filter((words) => words.length > 0);
  const boxes = { own: boxNumbers(lines), others: boxNumbers(others) };
  const known = others.map(addressWords).filter((words) => words.length > 1);
  return tokens.flatMap((token, at) => [
    ...ownAt(tokens, at, own),
    ...boxesAt(tokens, at, boxes),
    ...known.flatMap((words) => {
      const run = lineAt(tokens, at, words);
      return run === null ? [] : [sightingOf(tokens, run, 'STREET_ADDRESS', 'others')];
    }),
    ...(token.kind === 'number' ? anyAt(tokens, at) : []),
  ]);
}

function anyAt(tokens: readonly Token[], at: number): Sighting[] {
  const run = anyStreetAddress(tokens, at);
  return run === null ? [] : [sightingOf(tokens, run, 'STREET_ADDRESS', 'possible')];
}

/** The numbers of post office boxes in address lines. */
function boxNumbers(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const tokens = readTokens(line);
      return tokens.flatMap((_, at) => boxAt(tokens, at)?.number ?? []);
    }),
  );
}

function boxesAt(
  tokens: readonly Token[],
  at: number,
  numbers: { own: ReadonlySet<string>; others: ReadonlySet<string> },
): Sighting[] {
  const box = boxAt(tokens, at);
  if (box === null) return [];
  const certainty = numbers.own.has(box.number)
    ? 'client'
    : numbers.others.has(box.number)
      ? 'others'
      : 'possible';
  return [sightingOf(tokens, box, 'STREET_ADDRESS', certainty)];
}

function addressWords(line: string): string[] {
  return readTokens(line)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ folded }) => addressWord(folded));
}

function ownAt(tokens: readonly Token[], at: number, lines: readonly string[][]): Sighting[] {
  const [street = []] = lines;
  const run = lineAt(tokens, at, street);
  if (run !== null)
    return [sightingOf(tokens, withMore(tokens, run, lines.slice(1)), 'STREET_ADDRESS', 'client')];
  const named = /^[0-9]/.test(street[0] ?? '') ? wordsAt(tokens, at, street.slice(1, 4)) : null;
  return named === null ? [] : [sightingOf(tokens, named, 'STREET_ADDRESS', 'possible')];
}

/** With the second line of the address where it follows. */
function withMore(tokens: readonly Token[], run: Run, lines: readonly string[][]): Run {
  const [next] = lines;
  const at = next === undefined ? null : nextPlace(tokens, run.last);
  const more = at === null || next === undefined ? null : wordsAt(tokens, at, next);
  return more === null ? run : { first: run.first, last: more.last };
}

/**
 * As much of an address line as stands at a place: the number and a word of the street's name at least, of a line without a
 * number at its beginning all of it, with some number in it.
 */
function lineAt(tokens: readonly Token[], at: number, words: readonly string[]): Run | null {
  if (!/^[0-9]/.test(words[0] ?? '')) {
    return words.some((word) => /[0-9]/.test(word)) && words.length > 1 ? wordsAt(tokens, at, words) : null;
  }
  let last: number | null = null;
  let place: number | null = at;
  const streetWords = words.findIndex((word, index) => index > 1 && isStreetWord(word));
  const wanted = words
    .slice(1, streetWords < 0 ? 3 : streetWords)
    .filter((word) => !isStreetWord(word)).length;
  let named = 0;
  for (const [index, word] of words.entries()) {
    const token: Token | undefined = place === null ? undefined : tokens[place];
    if (place === null || token === undefined || addressWord(token.folded) !== word) break;
    last = place;
    if (index > 0 && !isStreetWord(word)) named += 1;
    place = nextPlace(tokens, place);
  }
  return last !== null && named > 0 && named >= Math.min(wanted, 2) ? { first: at, last } : null;
}

function isStreetWord(word: string): boolean {
  return englishStreets.has(word) || frenchStreets.has(word);
}

/** All of these words, one after the other. */
function wordsAt(tokens: readonly Token[], first: number, words: readonly string[]): Run | null {
  if (words.length < 2) return null;
  let last = first;
  for (const [index, word] of words.entries()) {
    const at = index === 0 ? first : nextPlace(tokens, last);
    const token = at === null ? undefined : tokens[at];
    if (at === null || token === undefined || addressWord(token.folded) !== word) return null;
    last = at;
  }
  return { first, last };
}
