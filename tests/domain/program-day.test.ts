import { expect, it } from 'vitest';
import { addDays, isoDay, programDay, startOfDay } from '../../src/domain/program-day.ts';

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

it.each([
  ['2026-01-15', '2026-01-15T04:00:00.000Z', 24],
  ['2026-07-15', '2026-07-15T03:00:00.000Z', 24],
  ['2026-03-08', '2026-03-08T04:00:00.000Z', 23],
  ['2026-11-01', '2026-11-01T03:00:00.000Z', 25],
  ['2028-02-29', '2028-02-29T04:00:00.000Z', 24],
])('[B10] %s begins in Halifax at %s and has %i hours', (day, begin, hours) => {
  const start = startOfDay(new Date(day), 'America/Halifax');
  expect(start.toISOString()).toBe(begin);
  const next = startOfDay(addDays(new Date(day), 1), 'America/Halifax');
  expect((next.getTime() - start.getTime()) / 3_600_000).toBe(hours);
});

it('[B10] a day begins when the clock says so in the time zone that is set, as far from UTC as there is any', () => {
  const day = new Date('2026-01-15');
  expect(startOfDay(day, 'America/St_Johns').toISOString()).toBe('2026-01-15T03:30:00.000Z');
  expect(startOfDay(day, 'Pacific/Kiritimati').toISOString()).toBe('2026-01-14T10:00:00.000Z');
  expect(startOfDay(day, 'Pacific/Pago_Pago').toISOString()).toBe('2026-01-15T11:00:00.000Z');
  expect(startOfDay(day, 'UTC')).toEqual(day);
});
