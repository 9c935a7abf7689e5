import { addDays, programDay } from '../program-day.ts';

/** After so many days a Case Transfer referral that nobody acts on is stale, and after as many more each time again (B8). */
export const daysUntilStale = 14;

const oneDay = 86_400_000;

/** The day on which the referral was submitted that gave access. */
export function dayOfSubmit(
  access: { beganAt: Date; referral: { referralDate: Date | null } },
  timeZone: string,
): Date {
  return access.referral.referralDate ?? programDay(access.beganAt, timeZone);
}

/**
 * For how many calendar days a referral has been waiting.
 * @param referralDate the day of submit; both days are in the program's time zone.
 */
export function ageInDays(referralDate: Date, day: Date): number {
  return Math.round((day.getTime() - referralDate.getTime()) / oneDay);
}

/** The last day of submit of those that are stale on a day (B8). */
export function lastStaleDate(day: Date): Date {
  return addDays(day, -daysUntilStale);
}

/**
 * The next day after a given one on which a referral that still waits is reminded of (B8).
 * @returns null where its time is over by then.
 */
export function nextReminderOn(referralDate: Date, day: Date, expiresOn: Date): Date | null {
  const reminders = Math.floor(Math.max(ageInDays(referralDate, day), 0) / daysUntilStale);
  const next = addDays(referralDate, (reminders + 1) * daysUntilStale);
  return next > expiresOn ? null : next;
}
