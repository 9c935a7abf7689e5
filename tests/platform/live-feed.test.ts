import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type LiveEvent, publish } from '../../src/platform/live/live-event.ts';
import { type LiveFeed, startLiveFeed } from '../../src/platform/live/live-feed.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const log = pino({ level: 'silent' });
const assigneeId = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';
const task = (number: number): LiveEvent => ({
  topic: 'homepageTask',
  taskId: `0b5a5e0c-60a3-4c6b-9d59-00000000000${number}`,
  assigneeId,
});

let test: TestDatabase;
let feeds: [LiveFeed, LiveFeed];
let heard: [LiveEvent[], LiveEvent[]];
beforeAll(async () => {
  test = await createTestDatabase('empty');
  feeds = [await startLiveFeed({ url: test.url, log }), await startLiveFeed({ url: test.url, log })];
  heard = [[], []];
  for (const side of [0, 1] as const) void listen(feeds[side], heard[side]);
});
afterAll(async () => {
  for (const feed of feeds) await feed.stop();
  await test.drop();
});

async function listen(feed: LiveFeed, into: LiveEvent[]): Promise<void> {
  for await (const event of feed.subscribe('homepageTask', assigneeId)) into.push(event);
}

const both = async (...events: LiveEvent[]) =>
  await vi.waitFor(() => expect(heard).toEqual([events, events]), { timeout: 10_000, interval: 20 });

it('[B5] tells every process of what has been committed, in order, and of its own topics alone', async () => {
  await test.database.$transaction(async (transaction) => {
    await publish(transaction, task(1));
    await publish(transaction, { topic: 'referralStatus', referralId: id, caseId: id });
    await publish(transaction, task(2));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([[], []]);
  });
  await both(task(1), task(2));
});

it('[B5] tells nobody of what has not', async () => {
  const broken = test.database.$transaction(async (transaction) => {
    await publish(transaction, task(3));
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  await publish(test.database, task(4));
  await both(task(1), task(2), task(4));
});

it('passes over what it does not understand, such as an event of a newer version', async () => {
  await test.database.$executeRaw`NOTIFY handoff_live, 'junk'`;
  await test.database.$executeRaw`NOTIFY handoff_live`;
  await test.database.$executeRaw`NOTIFY handoff_live, '{"topic": "weather"}'`;
  await publish(test.database, task(5));
  await both(task(1), task(2), task(4), task(5));
});

it('[B5] listens again by itself after its connection broke', async () => {
  const cut = await test.database.$queryRaw<unknown[]>`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  expect(cut).toHaveLength(2);
  await vi.waitFor(
    async () =>
      expect(
        await test.database.$queryRaw`
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      ).toHaveLength(2),
    { timeout: 10_000 },
  );
  await publish(test.database, task(6));
  await both(task(1), task(2), task(4), task(5), task(6));
});

const id = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';
