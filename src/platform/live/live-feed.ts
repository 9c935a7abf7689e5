import { EventEmitter } from 'node:events';
import type { Database } from '../database.ts';
import type { Logger } from '../log.ts';
import { waitOutOutage } from '../wait-out-outage.ts';
import { follow } from './follow.ts';
import { newestEvent, positionOf, readKeptEvents } from './kept-events.ts';
import type { KeptEvent, LiveTopic } from './live-event.ts';
import { listenToRedis } from './redis-wake-ups.ts';
import { startTail } from './tail.ts';

/** The live events of all processes, as this process hears them. */
export type LiveFeed = {
  /**
   * The events of these topics about one staff member, case or caseload transfer, in the order of commits: each once, none
   * left out, for as long as it is iterated. While the database is away it waits.
   * @param interest.after a cursor: what came after it is told first. Without one it begins with what commits from here on.
   * @throws CursorGone, also from the iteration, where its reader has been so slow that events were deleted before it read them.
   */
  subscribe(interest: {
    topics: readonly LiveTopic[];
    key: string;
    after?: string | null | undefined;
  }): Promise<AsyncIterable<KeptEvent>>;
  /** The cursor of the newest event. */
  newestCursor(): Promise<string>;
  /** Ends every subscription; new ones end at once. */
  endSubscriptions(): void;
  /** Also closes the connection. */
  stop(): Promise<void>;
};

const end = Symbol('end');

/**
 * Reads the kept events on one connection and fans out in memory.
 * @param options.url the connection's; `database` is what subscribers are served from who were away or are slow.
 * @param options.redisUrl where wake-ups come from, null for PostgreSQL.
 */
export async function startLiveFeed(options: {
  database: Database;
  url: string;
  redisUrl: string | null;
  log: Logger;
}): Promise<LiveFeed> {
  const { database, url, redisUrl, log } = options;
  const bus = new EventEmitter().setMaxListeners(0);
  const address = ({ topic, key }: Pick<KeptEvent, 'topic' | 'key'>) => `${topic}:${key}`;
  const hear = (event: KeptEvent) => bus.emit(address(event), event);
  const tail = await startTail({ url, listen: redisUrl === null, log, hear });
  const redis = redisUrl === null ? null : listenToRedis({ url: redisUrl, log, wake: tail.wake });
  let stopped = false;

  function endSubscriptions(): void {
    stopped = true;
    bus.emit(end);
  }

  return {
    async subscribe({ topics, key, after }) {
      const start =
        after == null ? (await newestEvent(database)).position : await positionOf(database, after);
      return follow(
        {
          register(inbox) {
            const addresses = topics.map((topic) => address({ topic, key }));
            for (const one of addresses) bus.on(one, inbox.put);
            bus.on(end, inbox.close);
            if (stopped) inbox.close();
            return () => {
              for (const one of addresses) bus.off(one, inbox.put);
              bus.off(end, inbox.close);
            };
          },
          read: (position) =>
            waitOutOutage(
              database,
              () => readKeptEvents(database, { topics, key }, position),
              () => stopped,
            ),
        },
        start,
      );
    },
    newestCursor: async () => (await newestEvent(database)).cursor,
    endSubscriptions,
    async stop() {
      endSubscriptions();
      redis?.stop();
      await tail.stop();
    },
  };
}
