import { expect, it } from 'vitest';
import { addDays, isoDay, programDay } from '../../src/domain/program-day.ts';

it.each([
  ['2026-01-15T03:59:59.999Z', '2026-01-14'],
  ['2026-01-15T04:00:00.000Z', '2026-01-15'],
  ['2026-07-15T02:59:59.999Z', '2026-07-14'],
  ['2026-07-15T03:00:00.000Z', '2026-07-15'],
  ['2026-03-08T03:59:00.000Z', '2026-03-07'],
  ['2026-03-08T04:00:00.000Z', '2026-03-08'],
  ['2026-03-09T02:59:00.000Z', '2026-03-08'],
  ['2026-11-01T03:00:00.000Z', '2026-11-01'],
  ['2026-11-02T03:59:00.000Z', '2026-11-01'],
  ['2027-01-01T03:30:00.000Z', '2026-12-31'],
  ['2028-03-01T03:30:00.000Z', '2028-02-29'],
])('[R16] at %s it is %s in Halifax, in summer time and out of it', (instant, day) => {
  expect(programDay(new Date(instant), 'America/Halifax')).toEqual(new Date(`${day}T00:00:00Z`));
});

it('[R16] the day is that of the time zone that is set', () => {
  const instant = new Date('2026-01-15T03:45:00Z');
  expect(isoDay(programDay(instant, 'America/St_Johns'))).toBe('2026-01-15');
  expect(isoDay(programDay(instant, 'America/Halifax'))).toBe('2026-01-14');
});

it('[D8] days are counted over the ends of months and years, and backwards', () => {
  expect(isoDay(addDays(new Date('2026-12-31'), 1))).toBe('2027-01-01');
  expect(isoDay(addDays(new Date('2028-02-28'), 1))).toBe('2028-02-29');
  expect(isoDay(addDays(new Date('2026-03-01'), -1))).toBe('2026-02-28');
  expect(isoDay(addDays(new Date('2026-01-01'), 90))).toBe('2026-04-01');
});
