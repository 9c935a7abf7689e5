import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../people/access.ts';
import { allowedCases } from '../people/relation-sql.ts';
import { almostAsTyped, type TypedWord, typedWords } from '../people/typed-words.ts';
import { hasName, hasNumber, listByName, type NamePage } from './list-by-name.ts';

/** What comes along with each case of a list, as a Prisma query says it. */
export const listedWith = {
  person: { include: { accesses: { where: { endedAt: null }, select: { organizationId: true } } } },
  program: true,
  organization: true,
  office: true,
  caseManager: true,
  agreement: true,
  serviceDeliveryLocation: true,
} satisfies Prisma.CaseInclude;

/** A case of the list, with what belongs to it. */
export type ListedCase = Prisma.CaseGetPayload<{ include: typeof listedWith }>;

/** A page of the list, in order, and how many cases there are on all pages together. */
export type CaseListing = { cases: ListedCase[]; total: number };

/**
 * The cases that the actor finds by a search, by the client's name, with what a list shows of each, and their number, in one statement:
 * the same cases that `findCases` says, with what Prisma would load (R28).
 * @param search what the user typed; empty for all.
 */
export async function listCases(
  actor: Actor,
  database: Reader,
  moment: Moment,
  { search, page }: { search: string; page: NamePage },
): Promise<CaseListing> {
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
): Promise<CaseListing> {
  const { records, total } = await listByName<ListedCase>(
    database,
    {
      seen: allowedCases(actor, 'caseSummary', 'see', moment),
      all: Prisma.sql`SELECT id, "personId" FROM "Case"`,
      conditions: words.map((word) =>
        word.isNumber ? hasNumber(word, Prisma.sql`seen.id`) : hasName(word, near.get(word.text) ?? []),
      ),
      record: caseWithAll,
    },
    page,
  );
  return { cases: records, total };
}

/**
 * The case of the page's row with all that {@link listedWith} names. Each by a query of its own: of joins, the planner would try every
 * order, which takes longer than to read the page.
 */
const caseWithAll = Prisma.sql`
  SELECT to_jsonb("case") || jsonb_build_object(
           'person', (
             SELECT to_jsonb(person) || jsonb_build_object('accesses', (
                      SELECT coalesce(jsonb_agg(jsonb_build_object('organizationId', access."organizationId")), '[]')
                        FROM "ReferralAccess" AS access WHERE access."personId" = person.id AND access."endedAt" IS NULL))
               FROM "Person" AS person WHERE person.id = "case"."personId"),
           'program', (SELECT to_jsonb(program) FROM "Program" AS program WHERE program.id = "case"."programId"),
           'organization', (SELECT to_jsonb(own) FROM "Organization" AS own WHERE own.id = "case"."organizationId"),
           'office', (SELECT to_jsonb(office) FROM "Office" AS office WHERE office.id = "case"."officeId"),
           'caseManager', (SELECT to_jsonb(manager) || jsonb_build_object('scopes', coalesce(manager."scopes", '{}'))
                             FROM "Staff" AS manager WHERE manager.id = "case"."caseManagerId"),
           'agreement', (SELECT to_jsonb(agreement) FROM "Agreement" AS agreement WHERE agreement.id = "case"."agreementId"),
           'serviceDeliveryLocation', (SELECT to_jsonb(location) FROM "ServiceDeliveryLocation" AS location
                                        WHERE location.id = "case"."serviceDeliveryLocationId")
         ) AS record
    FROM "Case" AS "case" WHERE "case".id = page.id`;
