import { z } from 'zod';
import type { Database } from '../database.ts';
import type { JobKind } from '../queue.ts';

/** The job that deletes what need not be kept any longer; see {@link deleteOldEvents}. */
export const purgeLiveEvents: JobKind<Record<string, never>> = {
  name: 'purge-live-events',
  payload: z.strictObject({}),
};

/** How long events are kept for those who were away, in milliseconds: seven days. */
const keptFor = 7 * 24 * 60 * 60 * 1_000;

/** So many go with one statement: after a long pause there may be more than one could delete in the time it is given. */
const atOnce = 10_000;

/**
 * Deletes the events that are too old, always those that committed first: whoever still finds their cursor misses none that
 * came after it. The newest stays, so that there is always a cursor to begin at.
 */
export async function deleteOldEvents(database: Database, now: Date): Promise<void> {
  const since = new Date(now.getTime() - keptFor);
  for (let deleted = atOnce; deleted === atOnce; ) {
    deleted = await database.$executeRaw`
      DELETE FROM "LiveEvent" WHERE position IN (
        SELECT position FROM "LiveEvent"
         WHERE position < least(
           (SELECT min(position) FROM "LiveEvent" WHERE "createdAt" >= ${since}),
           (SELECT max(position) FROM "LiveEvent"))
         ORDER BY position LIMIT ${atOnce})`;
  }
}
