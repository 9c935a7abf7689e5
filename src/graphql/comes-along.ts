import { isDeepStrictEqual } from 'node:util';

type Included = Record<string, unknown>;

/** Whether a query asks for nothing of a record but what comes along with it anyway. */
export function comesAlong(query: { include?: object; select?: object }, along: Included): boolean {
  if (query.select !== undefined) return false;
  return Object.entries((query.include ?? {}) as Included).every(
    ([relation, wanted]) =>
      relation in along && (wanted === true || isDeepStrictEqual(wanted, along[relation])),
  );
}
