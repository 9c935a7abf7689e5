import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../people/access.ts';
import { allowedCases, clientsSeen } from '../people/relation-sql.ts';
import { almostAsTyped, type TypedWord, typedWords } from '../people/typed-words.ts';
import { hasName, hasNumber, listByName, type NamePage } from './list-by-name.ts';

/** What comes along with each client of a list, as a Prisma query says it. */
export const listedPersonWith = {
  accesses: { where: { endedAt: null }, select: { organizationId: true } },
} satisfies Prisma.PersonInclude;

/** A client of the list, with what belongs to them. */
export type ListedPerson = Prisma.PersonGetPayload<{ include: typeof listedPersonWith }>;

/** A page of the list, in order, and how many clients there are on all pages together. */
export type PersonListing = { people: ListedPerson[]; total: number };

/**
 * The clients whom the actor finds by a search, by name, with what Prisma would load of each, and their number, in one statement: the same
 * people that `findPeople` says (R28).
 * @param search what the user typed; empty for all.
 */
export async function listPeople(
  actor: Actor,
  database: Reader,
  moment: Moment,
  { search, page }: { search: string; page: NamePage },
): Promise<PersonListing> {
  const words = await typedWords(database, search);
  const asTyped = await readPage(actor, database, moment, { words, near: new Map(), page });
  const names = words.filter(({ isNumber }) => !isNumber);
  if (asTyped.total > 0 || names.length === 0) return asTyped;
  return await readPage(actor, database, moment, { words, near: await almostAsTyped(database, names), page });
}

async function readPage(
  actor: Actor,
  database: Reader,
  moment: Moment,
  { words, near, page }: { words: TypedWord[]; near: ReadonlyMap<string, string[]>; page: NamePage },
): Promise<PersonListing> {
  const findable = allowedCases(actor, 'caseSummary', 'see', moment);
  const { records, total } = await listByName<ListedPerson>(
    database,
    {
      seen: clientsSeen(actor, moment),
      all: Prisma.sql`SELECT id, id AS "personId" FROM "Person"`,
      conditions: words.map((word) =>
        word.isNumber ? hasCase(word, findable) : hasName(word, near.get(word.text) ?? []),
      ),
      record: personWithAll,
    },
    page,
  );
  return { people: records, total };
}

/** The condition that the client of a row "seen" has a case with a typed Case ID, which the viewer can find. */
function hasCase(word: TypedWord, findable: Prisma.Sql | null): Prisma.Sql {
  const among = findable ?? Prisma.sql`SELECT id, "personId" FROM "Case"`;
  return Prisma.sql`seen."personId" IN (
    SELECT found."personId" FROM (${among}) AS found WHERE ${hasNumber(word, Prisma.sql`found.id`)})`;
}

/** The client of the page's row with all that {@link listedPersonWith} names. */
const personWithAll = Prisma.sql`
  SELECT to_jsonb(person) || jsonb_build_object('accesses', (
           SELECT coalesce(jsonb_agg(jsonb_build_object('organizationId', access."organizationId")), '[]')
             FROM "ReferralAccess" AS access WHERE access."personId" = person.id AND access."endedAt" IS NULL)) AS record
    FROM "Person" AS person WHERE person.id = page.id`;
