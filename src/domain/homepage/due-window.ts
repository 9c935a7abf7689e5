import { addDays } from '../program-day.ts';

/** The first and the last day on which tasks are due; null where there is none. */
type Span = { from: Date | null; until: Date | null };

const upTo = (until: Date): Span => ({ from: null, until });

/** The windows of the Due filter, seen from a day: what is overdue, and what comes due until the end of each (R37). */
export const dueWindows = {
  ALL_OVERDUE: (day) => upTo(addDays(day, -1)),
  DUE_TODAY: (day) => ({ from: day, until: day }),
  ALL_OVERDUE_AND_TODAY: (day) => upTo(day),
  ALL_OVERDUE_AND_ONE_WEEK: (day) => upTo(addDays(day, 7)),
  ALL_OVERDUE_AND_ONE_MONTH: (day) => upTo(addMonths(day, 1)),
  ALL_OVERDUE_AND_THREE_MONTHS: (day) => upTo(addMonths(day, 3)),
  ALL: () => ({ from: null, until: null }),
} as const satisfies Record<string, (day: Date) => Span>;

/** The windows of the Due filter (R37). */
export type DueWindow = keyof typeof dueWindows;

/** The same day so many months later, or the last of that month where it is shorter. */
function addMonths(day: Date, months: number): Date {
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
  const same = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate()));
  return same < last ? same : last;
}
