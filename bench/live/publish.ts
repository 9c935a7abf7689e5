import type { Client } from 'pg';
import { clock } from './client-messages.ts';
import type { Follower } from './make-people.ts';

/**
 * Publishes that these tasks have changed, in one transaction, as use cases do.
 * @returns when it had committed, by {@link clock}.
 */
export async function publishTasks(client: Client, followers: readonly Follower[]): Promise<number> {
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO "LiveEvent" (id, topic, key, "subjectId")
     SELECT gen_random_uuid(), 'homepageTask', staff, task FROM unnest($1::uuid[], $2::uuid[]) AS told (staff, task)`,
    [followers.map(({ staffId }) => staffId), followers.map(({ taskId }) => taskId)],
  );
  await client.query(`SELECT pg_notify('handoff_live', '')`);
  await client.query('COMMIT');
  return clock();
}

/** The cursor of the newest event. */
export async function newestCursor(client: Client): Promise<string> {
  const { rows } = await client.query(
    'SELECT id FROM "LiveEvent" WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1',
  );
  return rows[0].id;
}
