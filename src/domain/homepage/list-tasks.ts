import { Prisma } from '../../generated/prisma/client.ts';
import type { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import { isoDay } from '../program-day.ts';
import { shownRows, type TaskViewer } from './shown-rows.ts';
import { searchedLine, type TaskFilter, taskCondition } from './task-filter.ts';
import { orderOf, type TaskOrder } from './task-order.ts';

/** A part of the list. */
export type TaskPage = {
  /** The id of the task that the page begins or ends with; null for the first or the last page. */
  cursor: string | null;
  /** So many at the most; negative for those up to the cursor, or at the end of the list. */
  take: number;
};

/**
 * The ids of the viewer's own tasks that a filter lets through, one page of them, in order (R36, R37). The cursor may be a task that
 * the filter no longer lets through: the page begins where it would stand.
 */
export async function listTasks(
  viewer: TaskViewer,
  database: Reader,
  { filter, order, page: { cursor, take } }: { filter: TaskFilter; order: TaskOrder; page: TaskPage },
): Promise<string[]> {
  const condition = taskCondition(viewer, filter);
  const forward = take >= 0;
  const beyond =
    cursor === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`place ${forward ? Prisma.sql`>=` : Prisma.sql`<=`} (SELECT place FROM listed WHERE id = ${cursor}::uuid)`;
  const rows = await database.$queryRaw<{ id: string }[]>`
    WITH listed AS (
      SELECT shown.id, row_number() OVER (${orderOf(order)}) AS place
        FROM (${shownRows(viewer)}) AS shown ${searchedLine(filter)}
       WHERE (${condition}) ${cursor === null ? Prisma.empty : Prisma.sql`OR shown.id = ${cursor}::uuid`}
    )
    SELECT id FROM listed WHERE ${beyond}
     ORDER BY place ${forward ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${Math.abs(take)}`;
  const ids = rows.map(({ id }) => id);
  return forward ? ids : ids.toReversed();
}

/** How many of the viewer's own tasks have a type and a priority, and are overdue or not. */
export type TaskCount = { type: HomepageTaskType; priority: TaskPriority; overdue: boolean; count: number };

/** The viewer's own tasks that a filter lets through, counted by type, priority, and whether they are open and overdue. */
export async function countTasks(
  viewer: TaskViewer,
  database: Reader,
  filter: TaskFilter,
): Promise<TaskCount[]> {
  const condition = taskCondition(viewer, filter);
  return await database.$queryRaw<TaskCount[]>`
    SELECT shown."type"::text, shown."priority"::text,
           shown."completedAt" IS NULL AND shown."dueOn" < ${isoDay(viewer.moment.day)}::date AS overdue,
           count(*)::int AS count
      FROM (${shownRows(viewer)}) AS shown ${searchedLine(filter)}
     WHERE ${condition}
     GROUP BY 1, 2, 3`;
}
