import { isoDay } from '../../program-day.ts';

/** Reads a day as YYYY-MM-DD. @returns null for anything else, and for days that there are not. */
export function readDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 would be read as a day of March.
  return !Number.isNaN(day.getTime()) && isoDay(day) === text ? day : null;
}
