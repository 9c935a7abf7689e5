import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { liveChannel, publish } from '../../../src/platform/live/live-event.ts';
import { sendToRedis } from '../../../src/platform/live/redis-wake-ups.ts';
import { wakeAfterCommit } from '../../../src/platform/live/wake-after-commit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectionsOf, feedOf, listen, silent, task, taskId, tasks } from './events.ts';
import { freePort, type RedisServer, startRedis } from './redis-server.ts';

let test: TestDatabase;
let redis: RedisServer;
beforeAll(async () => {
  test = await createTestDatabase('empty');
  redis = await startRedis(await freePort());
});
afterAll(async () => {
  await redis.stop();
  await test.drop();
});

/** The database of a process that wakes the others up by Redis, once it is connected. */
async function sender() {
  const sending = sendToRedis({ url: redis.url, log: silent });
  onTestFinished(sending.stop);
  const wake = vi.fn(sending.wake);
  return { database: wakeAfterCommit(test.database, wake), wake };
}

/** What PostgreSQL notifies of. */
async function notifications(): Promise<string[]> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  onTestFinished(() => client.end());
  const heard: string[] = [];
  client.on('notification', ({ channel }) => heard.push(channel));
  await client.query(`LISTEN ${liveChannel}; LISTEN other`);
  return heard;
}

it('[B5] by Redis, every process is woken up at once, and PostgreSQL notifies nobody', async () => {
  const feeds = [await feedOf(test, redis.url), await feedOf(test, redis.url)];
  const subscribers = await Promise.all(feeds.map((feed) => listen(feed)));
  const { database } = await sender();
  const heard = await notifications();
  const publishOne = (number: number) =>
    database.$transaction((transaction) => publish(transaction, task(number)));
  await vi.waitFor(async () => expect(await subscribersOfRedis()).toBe(2));
  // So many take longer than two looks at the table would, if nobody were woken up.
  const begun = performance.now();
  for (let number = 1; number <= 10; number += 1) {
    await publishOne(number);
    for (const subscriber of subscribers) await subscriber.hasHeard(tasks(number));
  }
  expect(performance.now() - begun).toBeLessThan(8_000);
  await test.database.$executeRaw`NOTIFY other`;
  await vi.waitFor(() => expect(heard).toEqual(['other']));
  expect(await connectionsOf(test)).toHaveLength(2);
});

async function subscribersOfRedis(): Promise<number> {
  const { createClient } = await import('redis');
  const client = await createClient({ url: redis.url }).connect();
  const counts = await client.pubSubNumSub([liveChannel]);
  client.destroy();
  return counts[liveChannel] ?? 0;
}

it('[B5] wakes up once for each transaction that has published, after its commit, and for no other', async () => {
  const { database, wake } = await sender();
  await database.$transaction(async (transaction) => {
    await publish(transaction, task(1));
    await publish(transaction, task(2));
    expect(wake).not.toHaveBeenCalled();
  });
  expect(wake).toHaveBeenCalledTimes(1);
  await database.$transaction(async (transaction) => await transaction.staff.count());
  await database.$transaction([database.staff.count()]);
  const broken = database.$transaction(async (transaction) => {
    await publish(transaction, task(3));
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(wake).toHaveBeenCalledTimes(1);
});

it('[B5] while Redis is away events come all the same, a little later, and at once when it is back', async () => {
  const port = Number(new URL(redis.url).port);
  const feed = await feedOf(test, redis.url);
  const subscriber = await listen(feed);
  const { database } = await sender();
  const publishOne = (number: number) =>
    database.$transaction((transaction) => publish(transaction, task(number)));
  await redis.stop();
  await publishOne(1);
  await subscriber.hasHeard([taskId(1)]);
  redis = await startRedis(port);
  await vi.waitFor(async () => expect(await subscribersOfRedis()).toBe(1), { timeout: 15_000 });
  await publishOne(2);
  await subscriber.hasHeard([taskId(1), taskId(2)]);
});

it('starts without Redis, and stops', async () => {
  const feed = await feedOf(test, `redis://127.0.0.1:${await freePort()}`);
  const subscriber = await listen(feed);
  await publish(test.database, task(1));
  await subscriber.hasHeard([taskId(1)]);
  await feed.stop();
});
