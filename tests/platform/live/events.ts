import { pino } from 'pino';
import { expect, onTestFinished, vi } from 'vitest';
import type { KeptEvent, LiveEvent, LiveTopic } from '../../../src/platform/live/live-event.ts';
import { type LiveFeed, startLiveFeed } from '../../../src/platform/live/live-feed.ts';
import type { TestDatabase } from '../../support/database.ts';

/** A log that nobody reads. */
export const silent = pino({ level: 'silent' });

/** A staff member whose tasks are followed. */
export const me = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e';
/** Another one. */
export const somebody = '0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0f';

/** The id of the task with a number. */
export const taskId = (number: number) => `0b5a5e0c-60a3-4c6b-9d59-${String(number).padStart(12, '0')}`;

/** An event about a task. */
export const task = (number: number, assigneeId = me): LiveEvent => ({
  topic: 'homepageTask',
  taskId: taskId(number),
  assigneeId,
});

/** The ids of so many tasks, counted from a number. */
export const tasks = (count: number, from = 1) =>
  Array.from({ length: count }, (_, place) => taskId(from + place));

/** The live feed of a process; it is stopped when the test has finished. */
export async function feedOf(
  test: Pick<TestDatabase, 'url' | 'database'>,
  redisUrl: string | null = null,
): Promise<LiveFeed> {
  const feed = await startLiveFeed({ database: test.database, url: test.url, redisUrl, log: silent });
  onTestFinished(feed.stop);
  return feed;
}

/** What one subscriber has been told so far. */
export type Subscriber = {
  heard: KeptEvent[];
  /** Waits until it has been told of exactly these tasks, in this order. */
  hasHeard(ids: string[], seconds?: number): Promise<void>;
  leave(): Promise<unknown>;
};

/** Subscribes and takes whatever comes. */
export async function listen(
  feed: LiveFeed,
  { after, key = me, topics = ['homepageTask'] }: { after?: string; key?: string; topics?: LiveTopic[] } = {},
): Promise<Subscriber> {
  const events = (await feed.subscribe({ topics, key, after }))[Symbol.asyncIterator]();
  const heard: KeptEvent[] = [];
  void (async () => {
    for (let next = await events.next(); next.done !== true; next = await events.next())
      heard.push(next.value);
  })();
  return {
    heard,
    hasHeard: (ids, seconds = 20) =>
      vi.waitFor(() => expect(heard.map(({ subjectId }) => subjectId)).toEqual(ids), {
        timeout: seconds * 1_000,
        interval: 20,
      }),
    leave: async () => await events.return?.(),
  };
}

/** The connections of live feeds to a database. */
export const connectionsOf = async ({ database }: Pick<TestDatabase, 'database'>) =>
  await database.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'handoff live feed' ORDER BY pid`;
