import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type LiveEvent, publish } from '../../src/platform/live/live-event.ts';
import { type LiveFeed, startLiveFeed } from '../../src/platform/live/live-feed.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const log = pino({ level: 'silent' });
const me = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';
const somebody = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0f';
const task = (number: number, assigneeId = me): LiveEvent => ({
  topic: 'homepageTask',
  taskId: `0b5a5e0c-60a3-4c6b-9d59-${String(number).padStart(12, '0')}`,
  assigneeId,
});

let test: TestDatabase;
/** Two processes, and what a subscriber to my tasks has heard in each. */
let feeds: [LiveFeed, LiveFeed];
const heard: [LiveEvent[], LiveEvent[]] = [[], []];
beforeAll(async () => {
  test = await createTestDatabase('empty');
  feeds = [await startLiveFeed({ url: test.url, log }), await startLiveFeed({ url: test.url, log })];
  for (const process of [0, 1] as const) void listen(feeds[process], heard[process]);
});
afterAll(async () => {
  for (const feed of feeds) await feed.stop();
  await test.drop();
});

async function listen(feed: LiveFeed, into: LiveEvent[]): Promise<void> {
  for await (const event of feed.subscribe('homepageTask', me)) into.push(event);
}

/** Waits until both have heard exactly these since the last time. */
async function bothHear(...events: LiveEvent[]): Promise<void> {
  await vi.waitFor(() => expect(heard).toEqual([events, events]), { timeout: 10_000, interval: 20 });
  for (const list of heard) list.length = 0;
}

const connections = async () =>
  await test.database.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND query = 'LISTEN handoff_live' ORDER BY pid`;

it('[B5] tells every process of what has been committed, in order, and each subscriber of its own', async () => {
  await test.database.$transaction(async (transaction) => {
    await publish(transaction, task(1));
    await publish(transaction, task(2, somebody));
    await publish(transaction, { topic: 'referralStatus', referralId: me, caseId: me });
    await publish(transaction, task(3));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([[], []]);
  });
  await bothHear(task(1), task(3));
});

it('[B5] tells nobody of what has not been committed', async () => {
  const broken = test.database.$transaction(async (transaction) => {
    await publish(transaction, task(4));
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  await publish(test.database, task(5));
  await bothHear(task(5));
});

it('[B5] takes as many subscriptions as there are people', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  const [feed] = feeds;
  const many = Array.from({ length: 50 }, () =>
    feed.subscribe('caseNotification', me)[Symbol.asyncIterator](),
  );
  const heardByAll = Promise.all(many.map(async (one) => (await one.next()).value as LiveEvent));
  const event: LiveEvent = { topic: 'caseNotification', notificationId: me, caseId: me };
  await publish(test.database, event);
  expect(await heardByAll).toEqual(many.map(() => event));
  for (const one of many) await one.return?.();
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

it('passes over what it does not understand, such as an event of a newer version', async () => {
  await test.database.$executeRaw`NOTIFY handoff_live, 'junk'`;
  await test.database.$executeRaw`NOTIFY handoff_live`;
  await test.database.$executeRaw`NOTIFY handoff_live, '{"topic": "weather"}'`;
  await publish(test.database, task(6));
  await bothHear(task(6));
});

it('[B5] listens again by itself after its connection broke', async () => {
  const before = await connections();
  expect(before).toHaveLength(2);
  for (const { pid } of before) await test.database.$executeRaw`SELECT pg_terminate_backend(${pid})`;
  await vi.waitFor(
    async () => {
      const after = (await connections()).filter(({ pid }) => !before.some((old) => old.pid === pid));
      expect(after).toHaveLength(2);
    },
    { timeout: 10_000 },
  );
  await publish(test.database, task(7));
  await bothHear(task(7));
});

it('lets go of a subscriber that never asks for what it is told, and of no other', async () => {
  const idle = feeds[0].subscribe('homepageTask', me)[Symbol.asyncIterator]();
  const first = idle.next();
  const events = Array.from({ length: 1_100 }, (_, place) => task(100 + place));
  await test.database.$transaction(async (transaction) => {
    for (const event of events) await publish(transaction, event);
  });
  await bothHear(...events);
  expect((await first).value).toEqual(events[0]);
  let told = 1;
  while ((await idle.next()).done !== true) told += 1;
  expect(told).toBeLessThan(events.length);
});

it('ends its subscriptions and its connection when it stops', async () => {
  const feed = await startLiveFeed({ url: test.url, log });
  const next = feed.subscribe('homepageTask', me)[Symbol.asyncIterator]().next();
  await feed.stop();
  expect((await next).done).toBe(true);
  expect(await feed.subscribe('homepageTask', me)[Symbol.asyncIterator]().next()).toMatchObject({
    done: true,
  });
  await vi.waitFor(async () => expect(await connections()).toHaveLength(2));
});
