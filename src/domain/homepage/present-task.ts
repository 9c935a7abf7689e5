import type { HomepageTask } from '../../generated/prisma/client.ts';
import { gather } from '../../platform/gather.ts';
import type { Actor } from '../actor.ts';
import { taskColumns } from './list-tasks.ts';

/** A task, and whose it has to be. */
export type AskedTask = { taskId: string; actor: Actor };

/**
 * The task as it is now, null where it is not the actor's own: what ownTasks says, for each of all who ask at once, in one
 * statement. The database decides for each by itself.
 */
export const presentTask = gather(
  async (database, asked: readonly AskedTask[]): Promise<(HomepageTask | null)[]> => {
    const rows = await database.$queryRaw<(HomepageTask & { place: number })[]>`
      SELECT asked.place::int AS place, task.id, ${taskColumns}
        FROM unnest(${asked.map(({ taskId }) => taskId)}::uuid[],
                    ${asked.map(({ actor }) => actor.staffId)}::uuid[],
                    ${asked.map(({ actor }) => actor.organizationId)}::uuid[])
             WITH ORDINALITY AS asked ("taskId", "staffId", "organizationId", place)
        JOIN "HomepageTask" AS task
          ON task.id = asked."taskId" AND task."assigneeId" = asked."staffId"
             AND task."organizationId" = asked."organizationId"`;
    const found: (HomepageTask | null)[] = asked.map(() => null);
    for (const { place, ...task } of rows) found[place - 1] = task;
    return found;
  },
);
