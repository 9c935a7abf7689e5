import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRateLimit } from '../../../src/platform/rate-limits/rate-limit.ts';
import { openRateStore, type RateStore } from '../../../src/platform/rate-limits/rate-store.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const log = pino({ level: 'silent' });

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

/** The store as a process of its own opens it, counting how often it is asked. */
function openStore(databaseUrl = test.url): RateStore & { asked: () => number } {
  const store = openRateStore({ databaseUrl, redisUrl: null, log });
  onTestFinished(() => store.stop());
  let asked = 0;
  return {
    add: async (key, points) => {
      asked += 1;
      return await store.add(key, points);
    },
    asked: () => asked,
  };
}

describe('a limit', () => {
  it('lets a process take exactly so many, and asks the store at every twentieth of them, and no more once all are taken', async () => {
    const store = openStore();
    const limit = createRateLimit(200, store);
    for (let taken = 0; taken < 200; taken += 1) {
      expect(limit.take('one', 1)).toMatchObject({ allowed: true, left: 199 - taken });
    }
    expect(store.asked()).toBe(20);
    for (let refused = 0; refused < 1_000; refused += 1) expect(limit.take('one', 1).allowed).toBe(false);
    expect(store.asked()).toBe(20);
    expect(limit.take('other', 1).allowed).toBe(true);
  });

  it('holds for all processes together, but for a twentieth for each', async () => {
    const processes = Array.from({ length: 4 }, () => createRateLimit(200, openStore()));
    let taken = 0;
    for (let round = 0; round < 200; round += 1) {
      for (const process of processes) if (process.take('many', 1).allowed) taken += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(taken).toBeGreaterThanOrEqual(200);
    expect(taken).toBeLessThanOrEqual(200 + 4 * 10);
  });

  it('begins anew after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const limit = createRateLimit(5, { add: async () => null });
    for (let taken = 0; taken < 5; taken += 1) limit.take('k', 1);
    expect(limit.take('k', 1)).toEqual({ allowed: false, limit: 5, left: 0, seconds: 60 });
    vi.advanceTimersByTime(60_000);
    expect(limit.take('k', 1)).toMatchObject({ allowed: true, left: 4 });
  });

  it('holds in each process while the store is away, and nothing waits for it', async () => {
    const limit = createRateLimit(40, openStore('postgres://nobody@127.0.0.1:9/none'));
    for (let taken = 0; taken < 40; taken += 1) expect(limit.take('away', 1).allowed).toBe(true);
    expect(limit.take('away', 1).allowed).toBe(false);
  });

  it('of 0 is none', () => {
    const limit = createRateLimit(0, { add: () => Promise.reject(new Error('asked')) });
    for (let taken = 0; taken < 10_000; taken += 1) expect(limit.take('k', 5).allowed).toBe(true);
  });
});
