import { describe, expect, it } from 'vitest';
import { type DueWindow, dueWindows } from '../../../src/domain/homepage/due-window.ts';
import { isoDay } from '../../../src/domain/program-day.ts';

/** The first and the last day of a window, seen from a day. */
function span(window: DueWindow, day: string): (string | null)[] {
  const { from, until } = dueWindows[window](new Date(day));
  return [from && isoDay(from), until && isoDay(until)];
}

describe('due', () => {
  it.each([
    ['2026-05-10', '2026-06-10', '2026-08-10'],
    ['2026-01-31', '2026-02-28', '2026-04-30'],
    ['2028-01-31', '2028-02-29', '2028-04-30'],
    ['2026-01-28', '2026-02-28', '2026-04-28'],
    ['2026-03-31', '2026-04-30', '2026-06-30'],
    ['2026-02-28', '2026-03-28', '2026-05-28'],
    ['2026-12-31', '2027-01-31', '2027-03-31'],
    ['2026-11-30', '2026-12-30', '2027-02-28'],
  ])('[R37] on %s all overdue + 1 month goes up to %s, + 3 months up to %s', (day, one, three) => {
    expect(span('ALL_OVERDUE_AND_ONE_MONTH', day)).toEqual([null, one]);
    expect(span('ALL_OVERDUE_AND_THREE_MONTHS', day)).toEqual([null, three]);
  });

  it('[R37] overdue ends yesterday, + 1 week seven days from now; what is due today is not overdue; all has no end', () => {
    expect(span('ALL_OVERDUE', '2026-12-28')).toEqual([null, '2026-12-27']);
    expect(span('DUE_TODAY', '2026-12-28')).toEqual(['2026-12-28', '2026-12-28']);
    expect(span('ALL_OVERDUE_AND_TODAY', '2026-12-28')).toEqual([null, '2026-12-28']);
    expect(span('ALL_OVERDUE_AND_ONE_WEEK', '2026-12-28')).toEqual([null, '2027-01-04']);
    expect(span('ALL', '2026-12-28')).toEqual([null, null]);
  });
});
