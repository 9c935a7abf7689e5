import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * Starts attempts on a case, or on an organization, and lets them go at the same moment: somebody else holds it until all of them
 * have come as far as waiting for it, or have ended before.
 * @param url of the database, whose pool has a connection for each attempt.
 * @param held the id of the case, or the organization.
 * @param order whether each has come that far before the next one starts, so that of two the first has its turn first.
 * @returns what became of each, in the order given.
 */
export async function race(
  url: string,
  held: string | { organizationId: string },
  attempts: (() => Promise<unknown>)[],
  order: 'ALL_AT_ONCE' | 'ONE_AFTER_THE_OTHER' = 'ALL_AT_ONCE',
): Promise<PromiseSettledResult<unknown>[]> {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    if (typeof held === 'string') {
      await holder.query('SELECT id FROM "Case" WHERE id = $1 FOR UPDATE', [held]);
    } else {
      const hold = 'SELECT id FROM "Organization" WHERE id = $1 FOR NO KEY UPDATE';
      await holder.query(hold, [held.organizationId]);
    }
    let ended = 0;
    const count = () => {
      ended += 1;
    };
    const started: Promise<unknown>[] = [];
    const allArrived = async () => {
      while ((await waiting(holder)) + ended < started.length) await pause(5);
    };
    for (const attempt of attempts) {
      const attempted = attempt().finally(count);
      attempted.catch(() => undefined);
      started.push(attempted);
      if (order === 'ONE_AFTER_THE_OTHER') await allArrived();
    }
    await allArrived();
    const settled = Promise.allSettled(started);
    await holder.query('COMMIT');
    return await settled;
  } finally {
    await holder.end();
  }
}

async function waiting(client: pg.Client): Promise<number> {
  // Within a transaction the activity is otherwise seen as it was at the first look.
  await client.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}
