import { pino } from 'pino';
import { createClient } from 'redis';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createRateLimit } from '../../../src/platform/rate-limits/rate-limit.ts';
import { openRateStore } from '../../../src/platform/rate-limits/rate-store.ts';
import { freePort, type RedisServer, startRedis } from '../live/redis-server.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis(await freePort());
});
afterAll(async () => await redis.stop());

const logged: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line).msg) });

/** The store as a process of its own opens it, once it is connected. */
async function openStore() {
  // No PostgreSQL listens there: what is counted is counted in Redis.
  const store = openRateStore({
    databaseUrl: 'postgres://nobody@127.0.0.1:9/none',
    redisUrl: redis.url,
    log,
  });
  onTestFinished(() => store.stop());
  await vi.waitFor(async () => expect(await store.add('is it there', 1)).not.toBeNull(), { timeout: 15_000 });
  return store;
}

it('what one process has taken, another knows of', async () => {
  const [one, other] = [await openStore(), await openStore()];
  expect(await one.add('user:1', 7)).toEqual({ points: 7, milliseconds: expect.any(Number) });
  const both = await other.add('user:1', 5);
  expect(both?.points).toBe(12);
  expect(both?.milliseconds).toBeGreaterThan(50_000);
  expect(both?.milliseconds).toBeLessThanOrEqual(60_000);
  expect((await other.add('user:2', 1))?.points).toBe(1);
});

it('the limit holds for all processes together, but for a twentieth for each', async () => {
  const stores = await Promise.all([openStore(), openStore(), openStore()]);
  const processes = stores.map((store) => createRateLimit(200, store));
  let taken = 0;
  for (let round = 0; round < 200; round += 1) {
    for (const process of processes) if (process.take('many', 1).allowed) taken += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(taken).toBeGreaterThanOrEqual(200);
  expect(taken).toBeLessThanOrEqual(200 + 3 * 10);
});

it('a key is gone after its minute, and holds no more than a count', async () => {
  const store = await openStore();
  await store.add('address:192.0.2.1', 3);
  const client = await createClient({ url: redis.url }).connect();
  onTestFinished(() => client.destroy());
  const keys = await client.keys('*192.0.2.1');
  expect(keys).toEqual(['rate:address:192.0.2.1']);
  expect(await client.get('rate:address:192.0.2.1')).toBe('3');
  const left = await client.pTTL('rate:address:192.0.2.1');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(60_000);
});

it('while Redis is away each process counts for itself and nothing waits, told once; then they count together again', async () => {
  const store = await openStore();
  const limit = createRateLimit(40, store);
  const port = Number(new URL(redis.url).port);
  await redis.stop();
  logged.length = 0;
  for (let taken = 0; taken < 40; taken += 1) expect(limit.take('away', 1).allowed).toBe(true);
  expect(limit.take('away', 1).allowed).toBe(false);
  await vi.waitFor(() =>
    expect(logged).toEqual(['rate limits: the shared store is away, each process counts for itself']),
  );
  redis = await startRedis(port);
  await vi.waitFor(async () => expect(await store.add('back', 1)).not.toBeNull(), { timeout: 15_000 });
  expect(logged.at(-1)).toBe('rate limits: the shared store is back');
});
