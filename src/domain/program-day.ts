/** One day, in milliseconds. */
const day = 86_400_000;

/**
 * The calendar day it is at an instant in the program's time zone (R16).
 * @param timeZone an IANA name, usually America/Halifax.
 * @returns midnight UTC of that day, which is how the database keeps days.
 */
export function programDay(instant: Date, timeZone: string): Date {
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
  return new Date(`${isoDay}T00:00:00Z`);
}

/** The day `days` later, or earlier where negative. */
export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * day);
}

/** A day as YYYY-MM-DD. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
