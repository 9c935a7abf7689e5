import { Prisma } from '../../generated/prisma/client.ts';
import type { Language } from '../language.ts';

/** Month, day and year as `format` takes them: "Sep 07, 2022", as in the guide (R36), and "07 sept. 2022". */
const forms: Record<Language, string> = { EN: '%1$s %2$s, %3$s', FR: '%2$s %1$s %3$s' };

const months: Record<Language, string[]> = { EN: monthsIn('en-US'), FR: monthsIn('fr-CA') };

/** An SQL expression that writes the day another one gives, in a language; null where that is null. */
export function writtenDay(day: Prisma.Sql, language: Language): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${day} IS NOT NULL THEN format(${forms[language]},
    (${months[language]}::text[])[extract(month FROM ${day})::int], to_char(${day}, 'DD'), to_char(${day}, 'YYYY')) END`;
}

function monthsIn(locale: string): string[] {
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => month.format(new Date(Date.UTC(2000, index, 1))));
}
