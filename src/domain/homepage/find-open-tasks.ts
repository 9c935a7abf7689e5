import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { wholeCases } from '../cases/access.ts';
import type { Moment } from '../people/access.ts';
import { ownTasks } from './access.ts';
import { type DueWindow, dueWithin, taskSearch } from './task-filter.ts';

/** The filters of My Notifications (R37); null and undefined filter nothing. */
export type TaskFilter = {
  due: DueWindow;
  /** The code of a program. */
  program?: string | null | undefined;
  search?: string | null | undefined;
};

/** The actor's own tasks that are not dealt with yet, filtered; a program filters only cases the actor sees whole. */
export async function findOpenTasks(
  actor: Actor,
  database: Reader,
  { day }: Moment,
  { due, program, search }: TaskFilter,
): Promise<Prisma.HomepageTaskWhereInput> {
  const seen = wholeCases(actor);
  return {
    completedAt: null,
    AND: [
      ownTasks(actor),
      dueWithin(due, day),
      typeof program === 'string' ? { case: { AND: [seen, { program: { code: program } }] } } : {},
      await taskSearch(database, search ?? '', seen),
    ],
  };
}
