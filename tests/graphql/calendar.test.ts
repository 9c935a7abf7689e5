import { expect, it } from 'vitest';
import { calendarDay, calendarInstant } from '../../src/graphql/calendar.ts';

it.each(['1000-01-01', '2024-02-29', '9999-12-31'])('a Date takes %s', (day) => {
  expect(calendarDay.parseValue(day)).toEqual(new Date(`${day}T00:00:00Z`));
});

it.each(['0000-01-01', '0999-12-31', '10000-01-01', '2026-02-30', '2026-1-1', ''])(
  'a Date refuses %j',
  (day) => {
    expect(() => calendarDay.parseValue(day)).toThrow('Date cannot represent');
  },
);

it('a DateTime is judged by the instant that its offset makes it', () => {
  expect(calendarInstant.parseValue('9999-12-31T23:59:59+14:00')).toEqual(new Date('9999-12-31T09:59:59Z'));
  expect(() => calendarInstant.parseValue('9999-12-31T23:59:59-14:00')).toThrow(
    'a year before 1000 or after 9999',
  );
  expect(() => calendarInstant.parseValue('1000-01-01T00:00:00+14:00')).toThrow(
    'a year before 1000 or after 9999',
  );
});
