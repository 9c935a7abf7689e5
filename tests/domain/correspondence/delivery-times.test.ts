import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  knownNextAttempt,
  nextAttemptAt,
  tryingPeriod,
} from '../../../src/domain/correspondence/delivery-times.ts';

const finishedAt = new Date('2026-03-02T12:00:00Z');
const pauseAfter = (number: number, id = randomUUID()) =>
  (nextAttemptAt({ id, number, finishedAt }).getTime() - finishedAt.getTime()) / 1_000;

describe('[D2] the pauses between attempts', () => {
  it('double from 10 seconds to 15 minutes, each less up to half of it', () => {
    for (const [number, longest] of [
      [1, 10],
      [2, 20],
      [3, 40],
      [7, 640],
      [8, 900],
      [100, 900],
      [2_000, 900],
    ] as const) {
      for (let tries = 0; tries < 50; tries += 1) {
        const pause = pauseAfter(number);
        expect(pause).toBeGreaterThanOrEqual(longest / 2);
        expect(pause).toBeLessThanOrEqual(longest);
      }
    }
  });

  it('are spread evenly, the longest too, so that what was deferred together does not come back together', () => {
    for (const number of [1, 20]) {
      const longest = number === 1 ? 10 : 900;
      const tenths = new Set<number>();
      for (let tries = 0; tries < 500; tries += 1) {
        tenths.add(Math.floor(((pauseAfter(number) - longest / 2) / (longest / 2)) * 10));
      }
      expect([...tenths].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('are the same for the same attempt, so the moment can be told beforehand', () => {
    const id = randomUUID();
    expect(pauseAfter(5, id)).toBe(pauseAfter(5, id));
  });

  it('make more than a hundred attempts in 24 hours', () => {
    let [number, seconds] = [0, 0];
    while (seconds * 1_000 < tryingPeriod) {
      number += 1;
      seconds += pauseAfter(number);
    }
    expect(number).toBeGreaterThan(100);
    expect(number).toBeLessThan(200);
  });
});

describe('what is known of the next attempt', () => {
  const attempt = { id: randomUUID(), number: 1, finishedAt, reason: 'TRY_LATER' };

  it('[D2] is its moment, after the server asked for a later try', () => {
    expect(knownNextAttempt('QUEUED', attempt)).toEqual(nextAttemptAt(attempt));
  });

  it('is nothing once it has ended, before and during the first, and while the mail server is away', () => {
    expect(knownNextAttempt('SENT', attempt)).toBeNull();
    expect(knownNextAttempt('FAILED', attempt)).toBeNull();
    expect(knownNextAttempt('QUEUED', undefined)).toBeNull();
    expect(knownNextAttempt('QUEUED', { ...attempt, finishedAt: null })).toBeNull();
    expect(knownNextAttempt('QUEUED', { ...attempt, reason: 'SERVER_UNREACHABLE' })).toBeNull();
    expect(knownNextAttempt('QUEUED', { ...attempt, reason: 'SERVER_CLOSED' })).toBeNull();
  });
});
