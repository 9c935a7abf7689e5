import pg from 'pg';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import type { Logger } from '../log.ts';

/** How long a window is, in milliseconds: it begins with the first point that is taken. */
export const rateWindow = 60_000;

/** What all processes count in together. */
export type RateStore = {
  /** Adds points to a key's: what all have taken in its window, and when that ends. Null while the store is away. */
  add(key: string, points: number): Promise<{ points: number; milliseconds: number } | null>;
};

/** How long one statement may take, in milliseconds: nobody waits for it, and those that come meanwhile count in memory. */
const patience = 2_000;

/** Keys are counted anew after a window, so `points`, which the library would refuse by, is what none reaches. */
const options = { keyPrefix: 'rate', points: Number.MAX_SAFE_INTEGER, duration: rateWindow / 1_000 };

/**
 * Opens the store: the table RateCount, over one connection of its own, or Redis where that is set. That it is away is logged once each
 * time.
 */
export function openRateStore({
  databaseUrl,
  redisUrl,
  log,
}: {
  databaseUrl: string;
  redisUrl: string | null;
  log: Logger;
}): RateStore & { stop(): Promise<void> } {
  const { limiter, stop } = redisUrl === null ? inPostgres(databaseUrl) : inRedis(redisUrl);
  let away = false;
  return {
    async add(key, points) {
      try {
        const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points);
        if (away) log.info('rate limits: the shared store is back');
        away = false;
        return { points: consumedPoints, milliseconds: msBeforeNext };
      } catch {
        if (!away) log.warn('rate limits: the shared store is away, each process counts for itself');
        away = true;
        return null;
      }
    },
    stop,
  };
}

type Opened = { limiter: RateLimiterAbstract; stop(): Promise<void> };

function inPostgres(connectionString: string): Opened {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    application_name: 'handoff rate limits',
    statement_timeout: patience,
    connectionTimeoutMillis: patience,
  });
  pool.on('error', () => undefined);
  const limiter = new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    tableName: 'RateCount',
    tableCreated: true,
  });
  return { limiter, stop: () => pool.end() };
}

function inRedis(url: string): Opened {
  const client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: patience } });
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  const limiter = new RateLimiterRedis({ ...options, storeClient: client, useRedisPackage: true });
  return { limiter, stop: async () => client.destroy() };
}
