import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type JobKind, NeedAway, type Queue, TryAgain } from '../../src/platform/queue.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const greet: JobKind<{ greetingId: string }> = {
  name: 'greet',
  payload: z.strictObject({ greetingId: z.uuid() }),
};
const greetingId = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';
/** Ids that tell jobs apart, in order. */
const ids = Array.from({ length: 30 }, (_, place) => greetingId.slice(0, -2) + String(place + 10));

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
      FROM pgboss.job WHERE name = 'greet' ORDER BY created_on`;
const retryNow = async () => await test.database.$executeRaw`UPDATE pgboss.job SET start_after = now()`;

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

  it('[B1] takes a backlog off at one go, one at a time, in the order it came', async () => {
    const queue = await start(true);
    for (const id of ids) await queue.enqueue(test.database, greet, { greetingId: id });
    const handled: string[] = [];
    let inHand = 0;
    await queue.work(greet, async (payload) => {
      inHand += 1;
      expect(inHand).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      handled.push(payload.greetingId);
      inHand -= 1;
    });
    await vi.waitFor(() => expect(handled).toHaveLength(ids.length), { timeout: 3_000, interval: 20 });
    expect(handled).toEqual(ids);
  });

  it('[D2] tries a job again when its handler says, and not before', async () => {
    const queue = await start(false);
    let tries = 0;
    const later = new Date(Date.now() + 3_600_000);
    await queue.work(greet, async () => {
      tries += 1;
      if (tries === 1) throw new TryAgain(later, { cause: new RangeError('Rosa Diaz is not in') });
    });
    await queue.enqueue(test.database, greet, { greetingId });
    await vi.waitFor(async () => expect((await jobs())[0]?.pause).toBeGreaterThan(3_590), { timeout: 8_000 });
    expect(await jobs()).toMatchObject([{ state: 'retry', output: { error: 'RangeError' } }]);
    await retryNow();
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ state: 'completed' }]), {
      timeout: 8_000,
    });
    expect(tries).toBe(2);
    expect(lines.join()).toContain('RangeError');
    expect(lines.join()).not.toContain('Diaz');
  });

  it('[B1] never gives up on a job whose handler breaks unforeseen, and tries it within a minute', async () => {
    const queue = await start(false);
    await queue.work(greet, async () => {
      throw new RangeError('Rosa Diaz is not in');
    });
    await queue.enqueue(test.database, greet, { greetingId });
    const putBack = async () =>
      await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ state: 'retry' }]), {
        timeout: 8_000,
      });
    await putBack();
    await test.database.$executeRaw`UPDATE pgboss.job SET retry_count = 99_999, start_after = now()`;
    await vi.waitFor(async () => expect((await jobs())[0]?.retry_count).toBe(100_000), { timeout: 8_000 });
    await putBack();
    const [job] = await jobs();
    expect(job).toMatchObject({ state: 'retry', output: { error: 'RangeError' } });
    expect(job?.pause).toBeGreaterThan(50);
    expect(job?.pause).toBeLessThanOrEqual(60);
    const [kept] = await test.database.$queryRaw<{ years: number }[]>`
      SELECT extract(epoch FROM keep_until - now())::float8 / 31536000 AS years FROM pgboss.job`;
    expect(kept?.years).toBeGreaterThan(9);
    expect(lines.join()).not.toContain('Diaz');
  });

  it('a job that cannot be read is set aside, and stops no other', async () => {
    const queue = await start(false);
    const handled: unknown[] = [];
    await queue.enqueue(test.database, greet, { greetingId });
    await test.database.$executeRaw`UPDATE pgboss.job SET data = '{"greetingId": "?"}'`;
    await queue.enqueue(test.database, greet, { greetingId });
    await queue.work(greet, async (payload) => void handled.push(payload));
    await vi.waitFor(() => expect(handled).toEqual([{ greetingId }]), { timeout: 8_000 });
    await vi.waitFor(async () =>
      expect(await jobs()).toMatchObject([{ state: 'cancelled' }, { state: 'completed' }]),
    );
  });
});

describe('while what every job needs is away', () => {
  it('[R20] one process takes none and another may; then all go in the order they came', async () => {
    const lacking = await start(true);
    for (const id of ids) await lacking.enqueue(test.database, greet, { greetingId: id });
    let back = false;
    const tried: string[] = [];
    const done: string[] = [];
    const asked: Date[] = [];
    await lacking.work(
      greet,
      async (payload) => {
        tried.push(payload.greetingId);
        if (!back) throw new NeedAway();
        done.push(payload.greetingId);
      },
      async (awaySince) => {
        asked.push(awaySince);
        return back;
      },
    );
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1), { timeout: 8_000 });
    expect(tried).toEqual(ids.slice(0, 1));
    expect(new Set(asked.map(Number)).size).toBe(1);
    for (const job of await jobs()) expect(job.pause).toBeLessThanOrEqual(0);

    const other = await start(true);
    const taken = Promise.withResolvers<string>();
    const letGo = Promise.withResolvers<void>();
    await other.work(greet, async (payload) => {
      taken.resolve(payload.greetingId);
      await letGo.promise;
    });
    expect(await taken.promise).toBe(ids[0]);

    back = true;
    await vi.waitFor(() => expect(done).toHaveLength(ids.length - 1), { timeout: 8_000 });
    expect(done).toEqual(ids.slice(1));
    letGo.resolve();
  }, 20_000);

  it('stopping does not wait for it', async () => {
    const queue = await start(true);
    await queue.work(
      greet,
      async () => {
        throw new NeedAway();
      },
      async () => false,
    );
    await queue.enqueue(test.database, greet, { greetingId });
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ state: 'retry' }]));
    const began = performance.now();
    await queue.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await jobs()).toMatchObject([{ state: 'retry' }]);
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
