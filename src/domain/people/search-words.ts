import type { Reader } from '../../platform/database.ts';
import { typedSearch, withoutWildcards } from '../typed-search.ts';

/** More words than any name has; the rest of a search are left out. */
const mostWords = 8;

/**
 * The words of a search for people, folded by the database as it folds names: lower case, no accents (R28). They are for
 * `contains` and `startsWith`.
 * @param search what the user typed, in any order, with or without accents and commas.
 */
export async function searchWords(database: Reader, search: string): Promise<string[]> {
  const typed = typedSearch(search);
  if (typed === '') return [];
  const rows = await database.$queryRaw<{ folded: string }[]>`SELECT search_text(${typed}) AS folded`;
  return (rows[0]?.folded ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map(withoutWildcards);
}
