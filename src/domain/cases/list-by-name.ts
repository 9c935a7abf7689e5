import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { plannedForValues } from '../../platform/name-statements.ts';
import { withDates } from '../../platform/with-dates.ts';
import type { TypedWord } from '../people/typed-words.ts';

/** A part of a list. */
export type NamePage = {
  /** The id of the record that the page begins or ends with; null for the first or the last page. */
  cursor: string | null;
  /** So many at the most; negative for those up to the cursor, or at the end of the list. */
  take: number;
};

/** A list by the client's name, as the parts of a statement. */
export type NameList = {
  /** A query for what the viewer may see: its "id", and its client's "personId"; null for all. */
  seen: Prisma.Sql | null;
  /** The same for all there is. */
  all: Prisma.Sql;
  /** Of a row "seen". */
  conditions: readonly Prisma.Sql[];
  /** A query for the record with the id of "page", as JSON. */
  record: Prisma.Sql;
};

/**
 * A page of a list by family name, given name and id, and how many there are on all pages together, in one statement. What narrows the
 * list down is looked up once, for both; where nothing does, the page is read in the order of the index of names, so that its time
 * does not hang on how many there are. What suits a viewer of few cases takes long for one of many, so each is planned for. Conditions are on ids alone, so that names are read of those only that pass them.
 */
export async function listByName<Row extends object>(
  database: Reader,
  { seen, all, conditions, record }: NameList,
  { cursor, take }: NamePage,
): Promise<{ records: Row[]; total: number }> {
  const isNarrowed = seen !== null || conditions.length > 0;
  const direction = take >= 0 ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const order = Prisma.sql`"familyName" ${direction}, "givenName" ${direction}, id ${direction}`;
  const rows = await database.$queryRaw<{ total: number; record: Row | null }[]>`
    WITH ${Prisma.raw(plannedForValues)} listed AS ${isNarrowed ? Prisma.sql`MATERIALIZED` : Prisma.sql`NOT MATERIALIZED`} (
      SELECT seen.id, person."familyName", person."givenName"
        FROM (${seen ?? all}) AS seen JOIN "Person" AS person ON person.id = seen."personId"
       ${conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`}
    ), at AS MATERIALIZED (
      SELECT * FROM listed WHERE id = ${cursor}::uuid
    ), page AS (
      SELECT * FROM listed ${cursor === null ? Prisma.empty : Prisma.sql`WHERE ${fromCursor(take >= 0)}`}
       ORDER BY ${order} LIMIT ${Math.abs(take)}
    )
    SELECT counted.total, along.record
      FROM (SELECT count(*)::int AS total FROM ${isNarrowed ? Prisma.sql`listed` : Prisma.sql`(${all}) AS every`}) AS counted
      LEFT JOIN page ON TRUE
      LEFT JOIN LATERAL (${record}) AS along ON TRUE
     ORDER BY page."familyName", page."givenName", page.id`;
  const records = rows.flatMap((row) => (row.record === null ? [] : [withDates(row.record)]));
  return { records, total: rows[0]?.total ?? 0 };
}

/** The condition that a row is not before the cursor's, or not after it; the names alone are what the index can look up. */
function fromCursor(forward: boolean): Prisma.Sql {
  const notBefore = forward ? Prisma.sql`>=` : Prisma.sql`<=`;
  const name = Prisma.sql`(SELECT "familyName" FROM at), (SELECT "givenName" FROM at)`;
  return Prisma.sql`("familyName", "givenName") ${notBefore} (${name})
    AND ("familyName", "givenName", id) ${notBefore} (${name}, (SELECT id FROM at))`;
}

/** The condition that a case has a typed Case ID. @param id of the case, in the statement. */
export function hasNumber({ beginnings }: TypedWord, id: Prisma.Sql): Prisma.Sql {
  const patterns = beginnings.map((beginning) => `${beginning}%`);
  return Prisma.sql`${id} IN (SELECT id FROM "Case" WHERE "number" LIKE ANY (${patterns}::text[]))`;
}

/** The condition that the client of a row "seen" has a typed name. @param almost words to be found besides, whole. */
export function hasName({ beginnings }: TypedWord, almost: string[]): Prisma.Sql {
  const beginsWith = beginnings.map((beginning) => Prisma.sql`word LIKE ${`${beginning}%`}`);
  const any = Prisma.join(
    almost.length === 0 ? beginsWith : [...beginsWith, Prisma.sql`word = ANY (${almost})`],
    ' OR ',
  );
  return Prisma.sql`seen."personId" IN (SELECT "personId" FROM "PersonNameWord" WHERE ${any})`;
}
