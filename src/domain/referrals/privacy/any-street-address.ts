import type { Run } from './digit-runs.ts';
import { nextPlace } from './next-place.ts';
import { isCapitalized, type Token } from './read-tokens.ts';
import { addressWord, englishStreets, frenchStreets } from './street-words.ts';

/** More words than the name of a street has. */
const mostStreetWords = 5;

/** An address that begins with this number, in the English or the French way of writing. */
export function anyStreetAddress(tokens: readonly Token[], first: number): Run | null {
  return englishAt(tokens, first) ?? frenchAt(tokens, first);
}

/** "123 Main Street", "4-12B St. Anne St.", "1180 5th Avenue": the name in capitals, so that "3 weeks on the road" is none. */
function englishAt(tokens: readonly Token[], first: number): Run | null {
  if ((tokens[first]?.folded.length ?? 0) > 5) return null;
  let at = pastLetter(tokens, first);
  for (let read = 0; read < mostStreetWords; read += 1) {
    const next = streetWordAfter(tokens, at);
    if (next === null) return null;
    const token = tokens[next];
    if (token === undefined || !(isCapitalized(token) || token.kind === 'number')) return null;
    at = token.kind === 'number' ? pastLetter(tokens, next) : next;
    if (read > 0 && englishStreets.has(addressWord(token.folded)) && !goesOn(tokens, next)) {
      return withUnit(tokens, { first, last: next });
    }
  }
  return null;
}

/** Whether a word for a street is part of its name: "St." in "12 St. Anne Street". */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = streetWordAfter(tokens, at);
  const token = next === null ? undefined : tokens[next];
  return token?.gap === 'space' && englishStreets.has(addressWord(token.folded)) && isCapitalized(token);
}

/** "123, rue Principale", "45 chemin du Lac", "8, 2e Rue". */
function frenchAt(tokens: readonly Token[], first: number): Run | null {
  if ((tokens[first]?.folded.length ?? 0) > 5) return null;
  const street = nextPlace(tokens, pastLetter(tokens, first));
  if (street === null || !frenchStreets.has(addressWord(tokens[street]?.folded ?? ''))) return null;
  let at = street;
  for (let read = 0; read < mostStreetWords; read += 1) {
    const next = nextPlace(tokens, at);
    const token = next === null ? undefined : tokens[next];
    if (next === null || token === undefined) return null;
    if (token.kind === 'word' && isCapitalized(token))
      return withUnit(tokens, { first, last: capitalizedEnd(tokens, next) });
    if (!/^(?:de|du|des|d|la|le|les|l|a|au|aux|st|ste|saint|sainte)$/.test(token.folded)) return null;
    at = next;
  }
  return null;
}

function capitalizedEnd(tokens: readonly Token[], at: number): number {
  let last = at;
  for (let read = 0; read < mostStreetWords; read += 1) {
    const next = streetWordAfter(tokens, last);
    const token = next === null ? undefined : tokens[next];
    const joined = token?.gap === 'none' || tokens[last + 1]?.gap === 'none';
    if (next === null || token === undefined || token.kind !== 'word') break;
    if (!(joined && next === last + 2) && !isCapitalized(token)) break;
    last = next;
  }
  return last;
}

/** The next word or number of a street's name, past a dot, a dash or an apostrophe. */
function streetWordAfter(tokens: readonly Token[], after: number): number | null {
  const next = tokens[after + 1];
  if (next === undefined || next.gap === 'line' || next.gap === 'paragraph') return null;
  if (next.kind !== 'mark') return after + 1;
  const following = tokens[after + 2];
  const inside = next.gap === 'none' && /^[-.']$/.test(next.folded);
  return inside &&
    following !== undefined &&
    following.kind !== 'mark' &&
    /^(?:none|space)$/.test(following.gap)
    ? after + 2
    : null;
}

/** "12B", "5th". */
function pastLetter(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return next?.kind === 'word' && next.gap === 'none' && next.folded.length <= 4 ? at + 1 : at;
}

const directions = /^(?:north|south|east|west)$/;

/** With what follows of the address: " East", ", Apt. 4", " unit 12B". */
function withUnit(tokens: readonly Token[], { first, last: street }: Run): Run {
  const direction = tokens[street + 1];
  const directed =
    direction?.gap === 'space' && isCapitalized(direction) && directions.test(addressWord(direction.folded));
  const last = directed ? street + 1 : street;
  const unit = nextPlace(tokens, last);
  const named = unit !== null && /^(?:apartment|unit|suite)$/.test(addressWord(tokens[unit]?.folded ?? ''));
  const number = named ? nextPlace(tokens, unit) : null;
  if (number === null || tokens[number]?.kind !== 'number') return { first, last };
  return { first, last: pastLetter(tokens, number) };
}
