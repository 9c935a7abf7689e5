import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { isoDay } from '../program-day.ts';
import { allowedOnCase } from './relation-sql.ts';
import type { Moment } from './relations.ts';

/** Somebody of whom there may be a record already. */
export type Sought = {
  givenName: string;
  familyName: string;
  birthDate: Date;
  sin?: string | null | undefined;
  healthCardNumber?: string | null | undefined;
};

/** A record that may be of somebody sought. */
export type SamePerson = {
  /** Which of those sought, by their place. */
  place: number;
  personId: string;
  sameSin: boolean;
  sameHealthCardNumber: boolean;
};

/**
 * Whose records are looked among: those that an organization's people see, or, for Employment Nova Scotia alone to hear of, all.
 * Nothing of a record that somebody may not see may come into an answer to them, not even that there is one.
 */
export type Among = { actor: Actor; moment: Moment } | 'ALL';

/**
 * Finds records that may be of the same people: the same number; the same birth date with the given or the family name written
 * almost alike, for people marry and are called otherwise; or day and month exchanged with both names alike.
 * @param likely whether only what is likely counts: of equal birth dates those with both names alike.
 * @returns at most ten for each of them.
 */
export async function findSamePeople(
  database: Reader,
  among: Among,
  sought: readonly Sought[],
  { likely = false }: { likely?: boolean } = {},
): Promise<SamePerson[]> {
  if (sought.length === 0) return [];
  const seen =
    among === 'ALL' ? Prisma.sql`TRUE` : allowedOnCase(among.actor, 'personRecord', 'see', among.moment);
  const alike = likely ? Prisma.sql`alike.given AND alike.family` : Prisma.sql`alike.given OR alike.family`;
  const people = sought.map((one, place) => ({
    place,
    given: one.givenName,
    family: one.familyName,
    born: isoDay(one.birthDate),
    exchanged: exchanged(isoDay(one.birthDate)),
    sin: one.sin ?? null,
    card: one.healthCardNumber ?? null,
  }));
  return await database.$queryRaw<SamePerson[]>`
    WITH sought AS MATERIALIZED (
      SELECT one.*, given_words.*, family_words.*
        FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
             AS one (place int, given text, family text, born date, exchanged date, sin text, card text)
       CROSS JOIN LATERAL (${wordsOf(Prisma.sql`one.given`)}) AS given_words (given_words, given_near)
       CROSS JOIN LATERAL (${wordsOf(Prisma.sql`one.family`)}) AS family_words (family_words, family_near)
    )
    SELECT sought.place, found.id AS "personId", found."sameSin", found."sameHealthCardNumber"
      FROM sought
     CROSS JOIN LATERAL (
       SELECT person.id, coalesce(person."sin" = sought.sin, FALSE) AS "sameSin",
              coalesce(person."healthCardNumber" = sought.card, FALSE) AS "sameHealthCardNumber"
         FROM "Person" AS person
        WHERE person.id IN (
                SELECT id FROM "Person" WHERE "sin" = sought.sin
                UNION ALL
                SELECT id FROM "Person" WHERE "healthCardNumber" = sought.card
                UNION ALL
                SELECT born.id FROM "Person" AS born
                 CROSS JOIN LATERAL (SELECT ${named('given')} AS given, ${named('family')} AS family) AS alike
                 WHERE (born."birthDate" = sought.born AND (${alike}))
                    OR (born."birthDate" = sought.exchanged AND alike.given AND alike.family))
          AND EXISTS (SELECT FROM "Case" AS "case" WHERE "case"."personId" = person.id AND ${seen})
        ORDER BY "sameSin" DESC, "sameHealthCardNumber" DESC, person."familyName", person."givenName", person.id
        LIMIT 10) AS found
     ORDER BY sought.place`;
}

/** The words of a part of a name, and how those may be spelled that are almost alike. */
function wordsOf(part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT array_agg(word), (SELECT array_agg(spelling) FROM unnest(array_agg(word)) AS one (word), unnest(near_spellings(one.word)) AS spelling)
      FROM name_words(${part}) AS word`;
}

/** Whether the record named "born" has a word that is almost one of a part of the name sought. */
function named(part: 'given' | 'family'): Prisma.Sql {
  const words = Prisma.raw(`sought.${part}_words`);
  const near = Prisma.raw(`sought.${part}_near`);
  return Prisma.sql`EXISTS (
    SELECT FROM "PersonNameWord" JOIN "NameWord" USING ("word")
     WHERE "personId" = born.id AND ("word" = ANY (${words}) OR "nearSpellings" && ${near}))`;
}

/** Day and month in each other's place: 1990-03-12 for 1990-12-03; the day itself where that is none. */
function exchanged(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return Number(date) <= 12 ? `${year}-${date}-${month}` : day;
}
