import { EventEmitter } from 'node:events';
import { Repeater } from 'graphql-yoga';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { type LiveEvent, liveChannel, liveEventKey, readLiveEvent } from './live-event.ts';

/** The live events of all processes, as this process hears them. */
export type LiveFeed = {
  /**
   * The events of a topic that concern one staff member or one case. A subscriber that falls more than 1024 events behind is
   * let go: its iteration ends, so it neither holds others up nor fills the memory.
   * @param key the id of the assignee for homepage tasks, else of the case.
   */
  subscribe<Topic extends LiveEvent['topic']>(
    topic: Topic,
    key: string,
  ): AsyncIterable<Extract<LiveEvent, { topic: Topic }>>;
  /** Ends every subscription; new ones end at once. */
  endSubscriptions(): void;
  /** Also closes the connection. */
  stop(): Promise<void>;
};

const end = Symbol('end');

/**
 * Listens to the channel on one connection and fans out in memory. A broken connection is opened again with growing
 * pauses, up to five seconds.
 */
export async function startLiveFeed(options: { url: string; log: Logger }): Promise<LiveFeed> {
  const bus = new EventEmitter().setMaxListeners(0);
  let stopped = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: options.url, keepAlive: true });
    connection.on('notification', ({ payload }) => hear(payload));
    // What breaks a connection also ends it; without a listener the error would end the process.
    connection.on('error', () => undefined);
    await connection.connect();
    await connection.query(`LISTEN ${liveChannel}`);
    connection.once('end', () => void reconnect());
    return connection;
  }

  function hear(payload: string | undefined): void {
    const event = readLiveEvent(payload ?? '');
    if (event === null) options.log.warn('live feed: an event of another version was passed over');
    else bus.emit(liveEventKey(event), event);
  }

  async function reconnect(): Promise<void> {
    if (stopped) return;
    options.log.warn('live feed: connection lost');
    for (let pause = 100; !stopped; pause = Math.min(pause * 2, 5_000)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        client = await listen();
        if (stopped) await client.end();
        else options.log.info('live feed: connected again');
        return;
      } catch {
        options.log.warn({ pause }, 'live feed: still not connected');
      }
    }
  }

  function subscribe(address: string): Repeater<LiveEvent> {
    return new Repeater(async (push, stop) => {
      const take = (event: LiveEvent) => {
        try {
          push(event).catch(stop);
        } catch {
          options.log.warn('live feed: a subscriber that fell behind was let go');
          stop();
        }
      };
      bus.on(address, take);
      bus.on(end, stop);
      if (stopped) stop();
      await stop;
      bus.off(address, take);
      bus.off(end, stop);
    });
  }

  function endSubscriptions(): void {
    stopped = true;
    bus.emit(end);
  }

  return {
    subscribe: (topic, key) => subscribe(`${topic}:${key}`) as AsyncIterable<never>,
    endSubscriptions,
    async stop() {
      endSubscriptions();
      await client.end();
    },
  };
}
