import type { HomepageTask } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { isoDay } from '../program-day.ts';
import { shownRows, type TaskViewer } from './shown-rows.ts';
import { type ShownTask, shownColumns } from './shown-tasks.ts';
import { hasSearch, isGiven, searchedLine, type TaskFilter, taskCondition } from './task-filter.ts';
import { orderOf, type TaskColumn, type TaskOrder } from './task-order.ts';

/** A part of the list. */
export type TaskPage = {
  /** The id of the task that the page begins or ends with; null for the first or the last page. */
  cursor: string | null;
  /** So many at the most; negative for those up to the cursor, or at the end of the list. */
  take: number;
};

/** A task of the list: its record, and the row as its viewer is shown it. */
export type ListedTask = HomepageTask & ShownTask;

/** A page of the list, in order, and how many tasks there are on all pages together. */
export type TaskListing = { tasks: ListedTask[]; total: number };

/**
 * The viewer's own tasks that a filter lets through, one page of them, in order, with all that is shown of each, and their number, in one
 * statement (R36, R37). The cursor may be a task that the filter no longer lets through: the page begins where it would stand.
 */
export async function listTasks(
  viewer: TaskViewer,
  database: Reader,
  { filter, order, page: { cursor, take } }: { filter: TaskFilter; order: TaskOrder; page: TaskPage },
): Promise<TaskListing> {
  const forward = take >= 0;
  const fits = taskCondition(viewer, filter);
  const cursorsPlace = Prisma.sql`(SELECT place FROM listed WHERE id = ${cursor}::uuid)`;
  const beyond =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`WHERE place ${forward ? Prisma.sql`>=` : Prisma.sql`<=`} ${cursorsPlace}`;
  // What the task alone tells is told without looking up the rest of each row.
  const rows = goesByWhatIsShown(filter, order) ? shownRows(viewer) : ownRows(viewer.actor);
  const found = await database.$queryRaw<(ListedTask & { total: number })[]>`
    WITH listed AS (
      SELECT shown.id, row_number() OVER (${orderOf(order)}) AS place,
             ${cursor === null ? Prisma.sql`TRUE` : fits} AS fits
        FROM (${rows}) AS shown ${searchedLine(filter)}
       WHERE ${fits} ${cursor === null ? Prisma.empty : Prisma.sql`OR shown.id = ${cursor}::uuid`}
    ), page AS (
      SELECT id, place FROM listed ${beyond}
       ORDER BY place ${forward ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${Math.abs(take)}
    )
    SELECT counted.total, ${shownColumns}, ${taskColumns}
      FROM (SELECT count(*)::int AS total FROM listed WHERE fits) AS counted
      LEFT JOIN page ON TRUE
      LEFT JOIN "HomepageTask" AS task ON task.id = page.id
      LEFT JOIN LATERAL (SELECT * FROM (${shownRows(viewer)}) AS shown WHERE shown.id = page.id) AS shown ON TRUE
     ORDER BY page.place`;
  const tasks = found.filter(({ id }) => id !== null).map(({ total: _, ...task }) => task);
  return { tasks, total: found[0]?.total ?? 0 };
}

/** Whether it takes the row as it is shown, and not only the task, to tell what is listed and in which order. */
function goesByWhatIsShown({ search, program }: TaskFilter, { column }: TaskOrder): boolean {
  const own: readonly TaskColumn[] = ['PRIORITY', 'DUE_DATE', 'CREATED_AT', 'COMPLETED_AT'];
  return hasSearch(search) || isGiven(program) || !own.includes(column);
}

/** The tasks that are the actor's own, by the columns that are theirs alone. */
function ownRows({ staffId, organizationId }: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT id, "type", "priority", "dueOn", "createdAt", "completedAt" FROM "HomepageTask"
     WHERE "assigneeId" = ${staffId}::uuid AND "organizationId" = ${organizationId}::uuid`;
}

/** All columns of a record named "task" but the id. */
export const taskColumns = Prisma.sql`task."assigneeId", task."organizationId", task."type"::text, task."priority"::text, task."caseId",
  task."referralId", task."transferId", task."caseloadTransferId", task."aboutOrganizationId", task."createdById",
  task."dueOn", task."createdAt", task."completedAt", task."completedById"`;

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
