import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CursorGone } from '../../../src/platform/live/kept-events.ts';
import { publish } from '../../../src/platform/live/live-event.ts';
import { deleteOldEvents } from '../../../src/platform/live/purge-live-events.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { feedOf, listen, me, somebody, task, taskId, tasks } from './events.ts';

const weeks = (count: number) => new Date(Date.now() - count * 7 * 24 * 60 * 60 * 1_000);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

it('[B5] replays what was missed and goes on live, without gap or double, while more and more comes', async () => {
  const feed = await feedOf(test);
  const from = await feed.newestCursor();
  const count = 600;
  const publishing = (async () => {
    for (let number = 1; number <= count; number += 1) {
      await publish(test.database, task(number, number % 4 === 0 ? somebody : me));
    }
  })();
  const mine = tasks(count).filter((_, place) => (place + 1) % 4 !== 0);
  const subscribers = [];
  for (let joined = 0; joined < 12; joined += 1) {
    subscribers.push(await listen(feed, { after: from }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await publishing;
  for (const subscriber of subscribers) await subscriber.hasHeard(mine);
}, 90_000);

it('[B5] goes on after any event, also one of another topic or of somebody else', async () => {
  const feed = await feedOf(test);
  const subscriber = await listen(feed);
  await publish(test.database, task(1));
  await subscriber.hasHeard([taskId(1)]);
  await publish(test.database, { topic: 'caseAccess', caseId: me }, task(2, somebody));
  const foreign = await feed.newestCursor();
  await publish(test.database, task(3));
  await (await listen(feed, { after: foreign })).hasHeard([taskId(3)]);
  const [first] = subscriber.heard;
  await (await listen(feed, { after: first?.cursor ?? '' })).hasHeard([taskId(3)]);
});

it('[B5] merges topics that are followed together in the order of commits', async () => {
  const feed = await feedOf(test);
  const after = await feed.newestCursor();
  await publish(test.database, { topic: 'referralStatus', referralId: me, caseId: me });
  await publish(test.database, { topic: 'caseAccess', caseId: me }, task(1));
  await publish(test.database, { topic: 'referralStatus', referralId: somebody, caseId: me });
  const { heard } = await listen(feed, { after, topics: ['referralStatus', 'caseAccess'] });
  await vi.waitFor(() =>
    expect(heard.map(({ topic }) => topic)).toEqual(['referralStatus', 'caseAccess', 'referralStatus']),
  );
});

it('[B5] a subscriber that takes nothing holds up nobody, and has all of it once it does', async () => {
  const feed = await feedOf(test);
  const slow = (await feed.subscribe({ topics: ['homepageTask'], key: me }))[Symbol.asyncIterator]();
  const quick = await listen(feed);
  const first = slow.next();
  for (let page = 0; page < 11; page += 1) {
    await test.database.$transaction((transaction) =>
      publish(transaction, ...Array.from({ length: 100 }, (_, place) => task(page * 100 + place))),
    );
  }
  await quick.hasHeard(tasks(1_100, 0));
  const taken = [(await first).value.subjectId];
  while (taken.length < 1_100) taken.push((await slow.next()).value.subjectId);
  expect(taken).toEqual(tasks(1_100, 0));
  await slow.return?.();
});

describe('what is no longer kept', () => {
  it('[B5] is deleted after a week, in the order of commits, but the newest stays', async () => {
    const feed = await feedOf(test);
    const old = await listen(feed);
    await publish(test.database, task(1), task(2), task(3), task(4), task(5));
    await old.hasHeard(tasks(5));
    // The third is younger by its clock than the fourth; what was committed after it stays with it.
    await test.database.liveEvent.updateMany({ data: { createdAt: weeks(2) } });
    const [first, second, third] = old.heard.map(({ cursor }) => cursor);
    await test.database.liveEvent.update({ where: { id: third ?? '' }, data: { createdAt: new Date() } });
    await deleteOldEvents(test.database, new Date());
    const kept = await test.database.liveEvent.findMany({ orderBy: { position: 'asc' } });
    expect(kept.map(({ subjectId }) => subjectId)).toEqual(tasks(3, 3));
    for (const gone of [first, second]) {
      const late = feed.subscribe({ topics: ['homepageTask'], key: me, after: gone });
      await expect(late).rejects.toThrow(CursorGone);
    }
    await (await listen(feed, { after: third ?? '' })).hasHeard([taskId(4), taskId(5)]);

    await test.database.liveEvent.updateMany({ data: { createdAt: weeks(2) } });
    await deleteOldEvents(test.database, new Date());
    expect(await test.database.liveEvent.count()).toBe(1);
    await listen(feed, { after: await feed.newestCursor() });
  });

  it('[B5] is never passed over in silence by a subscriber that was too slow for it', async () => {
    const feed = await feedOf(test);
    const slow = (await feed.subscribe({ topics: ['homepageTask'], key: me }))[Symbol.asyncIterator]();
    const first = slow.next();
    const events = Array.from({ length: 600 }, (_, place) => task(place));
    await test.database.$transaction((transaction) => publish(transaction, ...events));
    expect((await first).done).toBe(false);
    await test.database.liveEvent.updateMany({ data: { createdAt: weeks(2) } });
    await deleteOldEvents(test.database, new Date());
    await expect(
      (async () => {
        for (let taken = 0; taken < 600; taken += 1) await slow.next();
      })(),
    ).rejects.toThrow(CursorGone);
  });

  it('[B5] nor is any cursor taken that no event has', async () => {
    const feed = await feedOf(test);
    for (const after of ['', 'yesterday', me, `${me}'`]) {
      await expect(feed.subscribe({ topics: ['homepageTask'], key: me, after })).rejects.toThrow(CursorGone);
    }
  });
});
