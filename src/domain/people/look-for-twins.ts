import { z } from 'zod';
import type { JobKind } from '../../platform/queue.ts';

/**
 * Looks through the whole network for other records of the same clients, after their own have been made or changed; by a job, so
 * that no answer, and not even the time it takes, tells an organization of records that it may not see.
 */
export const lookForTwins: JobKind<{ personIds: string[] }> = {
  name: 'look-for-twins',
  payload: z.object({ personIds: z.array(z.uuid()) }),
};
