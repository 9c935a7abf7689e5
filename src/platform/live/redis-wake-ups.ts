import { createClient } from 'redis';
import type { Logger } from '../log.ts';
import { liveChannel } from './live-event.ts';

/** The longest pause before Redis is tried again, in milliseconds. */
const longestPause = 5_000;

/**
 * Listens on one connection for the wake-ups of all processes. While Redis is away there are none; what happens is found by
 * looking.
 * @param options.wake is also called when the connection is there again.
 */
export function listenToRedis({ url, log, wake }: { url: string; log: Logger; wake: () => void }): {
  stop(): void;
} {
  const client = connectToRedis(url, log);
  client.on('ready', wake);
  client.subscribe(liveChannel, wake).catch(() => undefined);
  return { stop: () => client.destroy() };
}

/** Opens a connection to wake up others by. What cannot be sent is left: wake-ups are only hints. */
export function sendToRedis({ url, log }: { url: string; log: Logger }): { wake(): void; stop(): void } {
  const client = connectToRedis(url, log);
  return {
    wake() {
      if (client.isReady) client.publish(liveChannel, '').catch(() => undefined);
    },
    stop: () => client.destroy(),
  };
}

/** It is opened in the background, and again with growing pauses whenever it breaks. */
function connectToRedis(url: string, log: Logger) {
  let isAway = false;
  const client = createClient({
    url,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), longestPause) },
  });
  client.on('error', () => {
    if (!isAway) log.warn('live feed: Redis is away');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.info('live feed: Redis is back');
    isAway = false;
  });
  client.connect().catch(() => undefined);
  return client;
}
