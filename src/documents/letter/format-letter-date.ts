import type { LetterLanguage } from './letter-content.ts';

const formats: Record<LetterLanguage, Intl.DateTimeFormat> = { en: longDate('en-CA'), fr: longDate('fr-CA') };

function longDate(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
}

/**
 * The day a letter was written, as an instant: noon UTC of the calendar date, so that no time zone moves it
 * to another day. Throws a RangeError when `date` is not a `YYYY-MM-DD` date that exists.
 */
export function letterInstant(date: string): Date {
  const instant = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) {
    throw new RangeError('A letter date must be an existing calendar date, YYYY-MM-DD');
  }
  return instant;
}

/**
 * A calendar date (`YYYY-MM-DD`) as a letter prints it: "November 22, 2026", "22 novembre 2026", "1er janvier
 * 2027". Throws a RangeError when the date does not exist.
 */
export function formatLetterDate(date: string, language: LetterLanguage): string {
  const printed = formats[language].format(letterInstant(date));
  return language === 'fr' ? printed.replace(/^1 /, '1er ') : printed;
}
