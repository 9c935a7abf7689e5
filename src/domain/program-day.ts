/** One day, in milliseconds. */
const oneDay = 86_400_000;

/** By time zone: making one takes longer than using it some hundred times. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day it is at an instant in the program's time zone (R16).
 * @param timeZone an IANA name, usually America/Halifax.
 * @returns midnight UTC of that day, which is how the database keeps days.
 */
export function programDay(instant: Date, timeZone: string): Date {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, calendar);
  return new Date(`${calendar.format(instant)}T00:00:00Z`);
}

/**
 * The instant at which a calendar day begins in the program's time zone, whatever the clocks do that day.
 * @param day as {@link programDay} gives it.
 */
export function startOfDay(day: Date, timeZone: string): Date {
  // No zone is further than this from UTC. Halving what lies between finds the instant before which it is still the day before.
  const widest = 15 * 3_600_000;
  let before = day.getTime() - widest;
  let after = day.getTime() + widest;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (programDay(new Date(middle), timeZone) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** The day `days` later, or earlier where negative. */
export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * oneDay);
}

/** A day as YYYY-MM-DD. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
