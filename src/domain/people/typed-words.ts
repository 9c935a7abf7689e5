import type { Reader } from '../../platform/database.ts';
import { typedSearch, withoutWildcards } from '../typed-search.ts';

/** More words than any name has; the rest of a search are left out. */
const mostWords = 8;

/** As many words of a name as the database also keeps run together. */
const longestRun = 3;

/** So many letters of a word the database keeps. */
const longestWord = 60;

/** A shorter word is too much like too many. */
const shortestForgiven = 4;

/** A word of a search for people, folded by the database as it folds names: lower case, no accents (R28). */
export type TypedWord = {
  text: string;
  /** A Case ID or the beginning of one; never taken for a name, nor a name for it. */
  isNumber: boolean;
  /** The word, and with its neighbours: "Mac Donald" also as "MacDonald", "5024 4764" as "50244764". For `startsWith`. */
  beginnings: string[];
};

/**
 * Takes apart what was typed into a search for people.
 * @param search in any order, with or without accents and commas.
 */
export async function typedWords(database: Reader, search: string): Promise<TypedWord[]> {
  const typed = typedSearch(search);
  if (typed === '') return [];
  const words = (await fold(database, typed))
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  return words.map((text, at) => ({
    text,
    isNumber: isNumber(text),
    beginnings: runsWith(words, at).map((run) => withoutWildcards(beginningOf(run))),
  }));
}

/** What has been typed lately, folded: a page after the first, or another who looks for the same, need not ask for it again. */
const lately = new Map<string, string>();
const mostLately = 500;

async function fold(database: Reader, typed: string): Promise<string> {
  const known = lately.get(typed);
  if (known !== undefined) return known;
  const [row] = await database.$queryRaw<{ folded: string }[]>`SELECT search_text(${typed}) AS folded`;
  const folded = row?.folded ?? '';
  if (lately.size >= mostLately) lately.delete(lately.keys().next().value ?? '');
  lately.set(typed, folded);
  return folded;
}

/**
 * The words of all clients' names that are spelled almost as each of these: with a letter too many, missing, wrong or in
 * another place, two from seven letters on, and whatever sounds the same. None for words of less than four letters and for
 * those with anything but letters (R28). They are for looking in names that the viewer may see; not to be shown.
 */
export async function almostAsTyped(database: Reader, words: TypedWord[]): Promise<Map<string, string[]>> {
  const typed = words.map(({ text }) => text).filter((text) => text.length >= shortestForgiven);
  const rows = await database.$queryRaw<{ typed: string; near: string[] }[]>`
    SELECT typed, ARRAY(SELECT "word" FROM "NameWord" WHERE "nearSpellings" && near_spellings(typed)) AS near
      FROM unnest(${typed}::text[]) AS typed`;
  return new Map(rows.map(({ typed: text, near }) => [text, near]));
}

/** The word at a place by itself, then run together with neighbours of its kind. */
function runsWith(words: readonly string[], at: number): string[] {
  const runs: string[] = [];
  for (let length = 1; length <= longestRun; length += 1) {
    for (let first = Math.max(0, at - length + 1); first <= at; first += 1) {
      const run = words.slice(first, first + length);
      if (run.length === length && new Set(run.map(isNumber)).size === 1) runs.push(run.join(''));
    }
  }
  return runs;
}

function beginningOf(run: string): string {
  return Array.from(run).slice(0, longestWord).join('');
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
