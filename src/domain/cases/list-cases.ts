import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { withDates } from '../../platform/with-dates.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../people/access.ts';
import { amongAllowedCases } from '../people/relation-sql.ts';
import { almostAsTyped, type TypedWord, typedWords } from '../people/typed-words.ts';

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

/** A part of the list. */
export type CasePage = {
  /** The id of the case that the page begins or ends with; null for the first or the last page. */
  cursor: string | null;
  /** So many at the most; negative for those up to the cursor, or at the end of the list. */
  take: number;
};

/**
 * The cases that the actor finds by a search, by the client's name, with what a list shows of each, and their number, in one statement:
 * the same cases that `findCases` says, with what Prisma would load (R28).
 * @param search what the user typed; empty for all.
 */
export async function listCases(
  actor: Actor,
  database: Reader,
  moment: Moment,
  { search, page }: { search: string; page: CasePage },
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
  {
    words,
    near,
    page: { cursor, take },
  }: { words: TypedWord[]; near: ReadonlyMap<string, string[]>; page: CasePage },
): Promise<CaseListing> {
  const forward = take >= 0;
  const id = Prisma.sql`"case".id`;
  const conditions = [
    amongAllowedCases(actor, { thing: 'caseSummary', action: 'see', moment, id }),
    ...words.map((word) => (word.isNumber ? hasNumber(word) : hasName(word, near.get(word.text) ?? []))),
  ];
  const cursorsPlace = Prisma.sql`(SELECT place FROM listed WHERE id = ${cursor}::uuid)`;
  const beyond =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`WHERE place ${forward ? Prisma.sql`>=` : Prisma.sql`<=`} ${cursorsPlace}`;
  const found = await database.$queryRaw<{ total: number; case: ListedCase | null }[]>`
    WITH listed AS (
      SELECT "case".id, row_number() OVER (ORDER BY person."familyName", person."givenName", "case".id) AS place
        FROM "Case" AS "case" JOIN "Person" AS person ON person.id = "case"."personId"
       WHERE ${Prisma.join(conditions, ' AND ')}
    ), page AS (
      SELECT id, place FROM listed ${beyond}
       ORDER BY place ${forward ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${Math.abs(take)}
    )
    SELECT counted.total, along."case"
      FROM (SELECT count(*)::int AS total FROM listed) AS counted
      LEFT JOIN page ON TRUE
      LEFT JOIN LATERAL (${caseWithAll}) AS along ON TRUE
     ORDER BY page.place`;
  const cases = found.flatMap((row) => (row.case === null ? [] : [withDates(row.case)]));
  return { cases, total: found[0]?.total ?? 0 };
}

/** The case of the page's row with all that {@link listedWith} names. */
const caseWithAll = Prisma.sql`
  SELECT to_jsonb("case") || jsonb_build_object(
           'person', to_jsonb(person) || jsonb_build_object('accesses', (
             SELECT coalesce(jsonb_agg(jsonb_build_object('organizationId', access."organizationId")), '[]')
               FROM "ReferralAccess" AS access WHERE access."personId" = person.id AND access."endedAt" IS NULL)),
           'program', to_jsonb(program), 'organization', to_jsonb(organization), 'office', to_jsonb(office),
           'caseManager', to_jsonb(manager) || jsonb_build_object('scopes', coalesce(manager."scopes", '{}')), 'agreement', to_jsonb(agreement), 'serviceDeliveryLocation', to_jsonb(location)
         ) AS "case"
    FROM "Case" AS "case"
    JOIN "Person" AS person ON person.id = "case"."personId"
    JOIN "Program" AS program ON program.id = "case"."programId"
    JOIN "Organization" AS organization ON organization.id = "case"."organizationId"
    JOIN "Office" AS office ON office.id = "case"."officeId"
    JOIN "Staff" AS manager ON manager.id = "case"."caseManagerId"
    JOIN "Agreement" AS agreement ON agreement.id = "case"."agreementId"
    LEFT JOIN "ServiceDeliveryLocation" AS location ON location.id = "case"."serviceDeliveryLocationId"
   WHERE "case".id = page.id`;

function hasNumber({ beginnings }: TypedWord): Prisma.Sql {
  return Prisma.sql`"case"."number" LIKE ANY (${beginnings.map((beginning) => `${beginning}%`)}::text[])`;
}

function hasName({ beginnings }: TypedWord, almost: string[]): Prisma.Sql {
  const beginsWith = beginnings.map((beginning) => Prisma.sql`word LIKE ${`${beginning}%`}`);
  const any = Prisma.join(
    almost.length === 0 ? beginsWith : [...beginsWith, Prisma.sql`word = ANY (${almost})`],
    ' OR ',
  );
  return Prisma.sql`person.id IN (SELECT "personId" FROM "PersonNameWord" WHERE ${any})`;
}
