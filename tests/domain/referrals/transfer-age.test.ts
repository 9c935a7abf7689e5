import { expect, it } from 'vitest';
import { addDays, isoDay } from '../../../src/domain/program-day.ts';
import { ageInDays, lastStaleDate, nextReminderOn } from '../../../src/domain/referrals/transfer-age.ts';

const submitDay = new Date('2026-09-06');
const expiresOn = addDays(submitDay, 90);
const next = (age: number) => {
  const day = nextReminderOn(submitDay, addDays(submitDay, age), expiresOn);
  return day === null ? null : ageInDays(submitDay, day);
};

it('[B8] age is counted in calendar days, whatever the clocks do between', () => {
  expect([0, 1, 13, 14, 60, 200].map((days) => ageInDays(submitDay, addDays(submitDay, days)))).toEqual([
    0, 1, 13, 14, 60, 200,
  ]);
});

it('[B8] a referral is stale from its 14th day on', () => {
  expect(isoDay(lastStaleDate(new Date('2026-09-20')))).toBe('2026-09-06');
});

it('[B8] the next reminder comes at the next full fortnight after today, until the referral runs out', () => {
  expect([0, 1, 13, 14, 27, 28, 83].map(next)).toEqual([14, 14, 14, 28, 28, 42, 84]);
  expect([84, 90, 97].map(next)).toEqual([null, null, null]);
});
