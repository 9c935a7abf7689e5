import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { publish } from '../../../src/platform/live/live-event.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectionsOf, feedOf, listen, me, somebody, task, taskId, tasks } from './events.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

it('[B5] tells every process of what has been committed, in order, and each subscriber of its own', async () => {
  const subscribers = [await listen(await feedOf(test)), await listen(await feedOf(test))];
  await test.database.$transaction(async (transaction) => {
    await publish(transaction, task(1), task(2, somebody));
    await publish(transaction, { topic: 'referralStatus', referralId: me, caseId: me });
    await publish(transaction, task(3), task(4));
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const { heard } of subscribers) expect(heard).toEqual([]);
  });
  for (const subscriber of subscribers) await subscriber.hasHeard([taskId(1), taskId(3), taskId(4)]);
});

it('[B5] tells nobody of what has not been committed', async () => {
  const subscriber = await listen(await feedOf(test));
  const broken = test.database.$transaction(async (transaction) => {
    await publish(transaction, task(1));
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  await publish(test.database, task(2));
  await subscriber.hasHeard([taskId(2)]);
});

it('[B5] a transaction that commits late is heard late, not left out', async () => {
  const feed = await feedOf(test);
  const subscriber = await listen(feed);
  const before = await feed.newestCursor();
  const mayCommit = Promise.withResolvers<void>();
  const hasPublished = Promise.withResolvers<void>();
  const late = test.database.$transaction(async (transaction) => {
    await publish(transaction, task(1));
    hasPublished.resolve();
    await mayCommit.promise;
  });
  await hasPublished.promise;
  await publish(test.database, task(2));
  await subscriber.hasHeard([taskId(2)]);
  const between = await feed.newestCursor();
  mayCommit.resolve();
  await late;
  await subscriber.hasHeard([taskId(2), taskId(1)]);
  await (await listen(feed, { after: before })).hasHeard([taskId(2), taskId(1)]);
  await (await listen(feed, { after: between })).hasHeard([taskId(1)]);
});

it('[B5] whoever is later in being seen by others is later in order, however close two commits are', async () => {
  const feed = await feedOf(test);
  const before = await feed.newestCursor();
  const subscriber = await listen(feed);
  // The first has taken its place and lingers before its commit can be seen: triggers fire in the order of their names.
  await test.database.$executeRaw`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'`;
  await test.database.$executeRawUnsafe(`
    CREATE CONSTRAINT TRIGGER live_event_position_taken AFTER INSERT ON "LiveEvent" DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW."subjectId" = '${taskId(1)}') EXECUTE FUNCTION linger()`);
  const first = publish(test.database, task(1));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await publish(test.database, task(2));
  await first;
  await test.database.$executeRaw`DROP FUNCTION linger() CASCADE`;
  await subscriber.hasHeard([taskId(1), taskId(2)]);
  await (await listen(feed, { after: before })).hasHeard([taskId(1), taskId(2)]);
});

it('[B5] leaves nothing out and keeps the order of each transaction, however many commit at once', async () => {
  const feed = await feedOf(test);
  const before = await feed.newestCursor();
  const subscriber = await listen(feed);
  const work = async (worker: number) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const number = worker * 1_000 + turn * 2;
      await test.database.$transaction(async (transaction) => {
        await publish(transaction, task(number));
        if (turn % 3 === worker % 3) await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
        await publish(transaction, task(number + 1));
      });
    }
  };
  await Promise.all([1, 2, 3, 4].map(work));
  const all = [1, 2, 3, 4].flatMap((worker) => tasks(80, worker * 1_000));
  await vi.waitFor(() => expect(subscriber.heard).toHaveLength(all.length), { timeout: 20_000 });
  const heard = subscriber.heard.map(({ subjectId }) => subjectId);
  expect([...heard].sort()).toEqual(all);
  for (const worker of ['001', '002', '003', '004']) {
    const own = heard.filter((id) => id.slice(-6, -3) === worker);
    expect(own).toEqual([...own].sort());
  }
  await (await listen(feed, { after: before })).hasHeard(heard);
});

it('[B5] takes as many subscriptions as there are people, on one connection', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  const feed = await feedOf(test);
  const many = await Promise.all(Array.from({ length: 50 }, () => listen(feed)));
  await publish(test.database, task(1));
  for (const subscriber of many) await subscriber.hasHeard([taskId(1)]);
  expect(await connectionsOf(test)).toHaveLength(1);
  for (const subscriber of many) await subscriber.leave();
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

it('passes over topics that it does not know, of a newer version', async () => {
  const subscriber = await listen(await feedOf(test));
  await test.database.liveEvent.create({ data: { topic: 'weather', key: me, subjectId: me } });
  await publish(test.database, task(1));
  await subscriber.hasHeard([taskId(1)]);
});

it('[B5] is woken up by each commit, long before it would look by itself', async () => {
  const subscriber = await listen(await feedOf(test));
  const began = Date.now();
  for (let number = 1; number <= 5; number += 1) {
    await publish(test.database, task(number));
    await subscriber.hasHeard(tasks(number));
  }
  // Five looks that nobody asked for are eight seconds apart.
  expect(Date.now() - began).toBeLessThan(6_000);
});

it('[B5] finds what nobody has woken it up for', async () => {
  const subscriber = await listen(await feedOf(test));
  await test.database.liveEvent.create({ data: { topic: 'homepageTask', key: me, subjectId: taskId(1) } });
  await subscriber.hasHeard([taskId(1)]);
});

it('ends its subscriptions and its connection when it stops', async () => {
  const feed = await feedOf(test);
  const open = (await feed.subscribe({ topics: ['homepageTask'], key: me }))[Symbol.asyncIterator]();
  const next = open.next();
  await feed.stop();
  expect((await next).done).toBe(true);
  const later = await feed.subscribe({ topics: ['homepageTask'], key: me });
  expect((await later[Symbol.asyncIterator]().next()).done).toBe(true);
  await vi.waitFor(async () => expect(await connectionsOf(test)).toEqual([]));
});
