import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { JobKind, Queue } from '../../src/platform/queue.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const greet: JobKind<{ greetingId: string }> = {
  name: 'greet',
  payload: z.strictObject({ greetingId: z.uuid() }),
  retryLimit: 2,
  retryDelaySeconds: 4,
  longestRetryDelaySeconds: 60,
};
const greetingId = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
const queues: Queue[] = [];
async function start(listen: boolean): Promise<Queue> {
  const queue = await startQueue({ url: test.url, kinds: [greet], listen, log });
  queues.push(queue);
  return queue;
}
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop();
  await test.database.$executeRaw`DELETE FROM pgboss.job`;
  lines.length = 0;
});

type Job = { state: string; retry_count: number; pause: number; data: unknown; output: unknown };
const jobs = async () =>
  await test.database.$queryRaw<Job[]>`
    SELECT state::text, retry_count, extract(epoch FROM start_after - now())::float8 AS pause, data, output
      FROM pgboss.job WHERE name = 'greet'`;

describe('enqueue', () => {
  it('[B1] puts the job there with the transaction, or not at all', async () => {
    const queue = await start(false);
    const broken = test.database.$transaction(async (transaction) => {
      await queue.enqueue(transaction, greet, { greetingId });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await jobs()).toEqual([]);
    await test.database.$transaction(async (transaction) => {
      await queue.enqueue(transaction, greet, { greetingId });
      expect(await jobs()).toEqual([]);
    });
    expect(await jobs()).toMatchObject([{ state: 'created', data: { greetingId } }]);
  });

  it('[B1] takes ids and nothing besides', async () => {
    const queue = await start(false);
    const more = { greetingId, clientName: 'Rosa Diaz' };
    await expect(queue.enqueue(test.database, greet, more)).rejects.toThrow();
    expect(await jobs()).toEqual([]);
  });
});

describe('work', () => {
  it('[R20] is woken at once, not by the next look', async () => {
    const queue = await start(true);
    const handled: unknown[] = [];
    await queue.work(greet, async (payload) => void handled.push(payload));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    await queue.enqueue(test.database, greet, { greetingId });
    await vi.waitFor(() => expect(handled).toEqual([{ greetingId }]), { interval: 10 });
    expect(performance.now() - began).toBeLessThan(900);
  });

  it('takes a backlog off at one go', async () => {
    const queue = await start(true);
    await test.database.$transaction(async (transaction) => {
      for (let count = 0; count < 50; count += 1) await queue.enqueue(transaction, greet, { greetingId });
    });
    let handled = 0;
    await queue.work(greet, async () => {
      handled += 1;
    });
    await vi.waitFor(() => expect(handled).toBe(50), { timeout: 3_000, interval: 20 });
  });

  it('[D2] tries a failed job again after a pause that grows, and gives up after the last try', async () => {
    const queue = await start(false);
    await queue.work(greet, async () => {
      throw new RangeError('Rosa Diaz is not in');
    });
    const failed = async (as: object) =>
      await vi.waitFor(async () => expect(await jobs()).toMatchObject([as]), { timeout: 8_000 });
    const retryNow = async () => await test.database.$executeRaw`UPDATE pgboss.job SET start_after = now()`;

    await queue.enqueue(test.database, greet, { greetingId });
    await failed({ state: 'retry', retry_count: 0 });
    const [first] = await jobs();
    await retryNow();
    await failed({ state: 'retry', retry_count: 1 });
    const [second] = await jobs();
    for (const [job, pause] of [
      [first, greet.retryDelaySeconds],
      [second, 2 * greet.retryDelaySeconds],
    ] as const) {
      expect(job?.pause).toBeGreaterThan(pause / 2 - 1);
      expect(job?.pause).toBeLessThanOrEqual(2 * pause);
    }
    await retryNow();
    await failed({ state: 'failed', retry_count: greet.retryLimit, output: { error: 'RangeError' } });
    expect(lines.join()).toContain('job failed');
    expect(lines.join()).not.toContain('Diaz');
  });
});

describe('stop', () => {
  it('waits for the jobs in hand', async () => {
    const queue = await start(true);
    const inHand = Promise.withResolvers<void>();
    let finished = false;
    await queue.work(greet, async () => {
      inHand.resolve();
      await new Promise((resolve) => setTimeout(resolve, 700));
      finished = true;
    });
    await queue.enqueue(test.database, greet, { greetingId });
    await inHand.promise;
    await queue.stop();
    expect(finished).toBe(true);
    expect(await jobs()).toMatchObject([{ state: 'completed' }]);
  });
});
