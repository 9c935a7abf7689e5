import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { type KeptEvent, liveChannel } from './live-event.ts';

/** Reads what is new among the kept events, all of it, in order. */
export type Tail = {
  /** Says that there may be something new. */
  wake(): void;
  /** Closes the connection. */
  stop(): Promise<void>;
};

/** How many events are read at once. */
const pageSize = 500;

/** Between two looks that nobody asked for, in milliseconds: they find what no wake-up told of. */
const lookEvery = 2_000;

/** Of the pauses before the connection is opened again, in milliseconds. */
const firstPause = 100;
const longestPause = 5_000;

/** How long PostgreSQL may take to answer, in milliseconds, before the connection counts as broken. */
const patience = 10_000;

/**
 * Starts reading at the newest event, on one connection of its own. When that breaks it is opened again with growing pauses,
 * and what was missed is read then.
 * @param options.listen whether PostgreSQL's NOTIFY wakes it.
 * @param options.hear is given each event once, in the order of commits.
 */
export async function startTail(options: {
  url: string;
  listen: boolean;
  log: Logger;
  hear: (event: KeptEvent) => void;
}): Promise<Tail> {
  const { log } = options;
  let stopped = false;
  let position: bigint | null = null;
  let isAwake = false;
  let isReading = true;
  let client = await connect();
  void readOn();
  const looks = setInterval(wake, lookEvery).unref();

  async function connect(): Promise<pg.Client> {
    const connection = new pg.Client({
      connectionString: options.url,
      application_name: 'handoff live feed',
      keepAlive: true,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    });
    connection.on('notification', wake);
    // What breaks a connection also ends it; without a listener the error would end the process.
    connection.on('error', () => undefined);
    try {
      await connection.connect();
      if (options.listen) await connection.query(`LISTEN ${liveChannel}`);
      position ??= await newestPosition(connection);
    } catch (error) {
      connection.end().catch(() => undefined);
      throw error;
    }
    connection.once('end', () => void reconnect());
    return connection;
  }

  async function reconnect(): Promise<void> {
    if (stopped) return;
    log.warn('live feed: connection lost');
    for (let pause = firstPause; !stopped; pause = Math.min(pause * 2, longestPause)) {
      await sleep(pause * (0.5 + Math.random() / 2), undefined, { ref: false });
      try {
        client = await connect();
        if (stopped) return await client.end();
        log.info('live feed: connected again');
        return wake();
      } catch {
        log.warn({ pause }, 'live feed: still not connected');
      }
    }
  }

  function wake(): void {
    isAwake = true;
    if (!isReading) void readOn();
  }

  /** Runs once at a time; whoever wakes it meanwhile makes it look once more. */
  async function readOn(): Promise<void> {
    for (isReading = true; isAwake && !stopped; ) {
      isAwake = false;
      const connection = client;
      try {
        while ((await readPage(connection)) === pageSize);
      } catch {
        // It is broken, and the next one reads on from the same position.
        connection.end().catch(() => undefined);
        if (connection !== client) isAwake = true;
      }
    }
    isReading = false;
  }

  async function readPage(connection: pg.Client): Promise<number> {
    const { rows } = await connection.query<Omit<KeptEvent, 'position'> & { position: string }>(
      `SELECT id AS cursor, position, topic, key, "subjectId" FROM "LiveEvent"
        WHERE position > $1 ORDER BY position LIMIT ${pageSize}`,
      [position],
    );
    for (const row of rows) {
      const event = { ...row, position: BigInt(row.position) };
      position = event.position;
      options.hear(event);
    }
    return rows.length;
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(looks);
      await client.end();
    },
  };
}

async function newestPosition(connection: pg.Client): Promise<bigint> {
  const { rows } = await connection.query<{ newest: string | null }>(
    'SELECT max(position) AS newest FROM "LiveEvent"',
  );
  return BigInt(rows[0]?.newest ?? 0);
}
