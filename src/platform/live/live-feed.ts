import { createPubSub } from 'graphql-yoga';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { type LiveEvent, liveChannel, readLiveEvent } from './live-event.ts';

/** The live events of all processes, as this process hears them. */
export type LiveFeed = {
  subscribe<Topic extends LiveEvent['topic']>(
    topic: Topic,
  ): AsyncIterable<Extract<LiveEvent, { topic: Topic }>>;
  stop(): Promise<void>;
};

/**
 * Listens to the channel on one connection and fans out in memory. A broken connection is opened again with growing
 * pauses, up to five seconds.
 */
export async function startLiveFeed(options: { url: string; log: Logger }): Promise<LiveFeed> {
  const bus = createPubSub<{ [Topic in LiveEvent['topic']]: [Extract<LiveEvent, { topic: Topic }>] }>();
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
    else (bus.publish as (topic: string, event: LiveEvent) => void)(event.topic, event);
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

  return {
    subscribe: (topic) => bus.subscribe(topic) as AsyncIterable<never>,
    async stop() {
      stopped = true;
      await client.end();
    },
  };
}
