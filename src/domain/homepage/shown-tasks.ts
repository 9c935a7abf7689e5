import { Prisma } from '../../generated/prisma/client.ts';
import type { Database, Reader } from '../../platform/database.ts';
import { gather } from '../../platform/gather.ts';
import { shownRows, shownRowsOfMany, sightOf, type TaskViewer } from './shown-rows.ts';

/** A row of My Notifications as its viewer is shown it (R36); null where the column is empty or what it holds may not be seen. */
export type ShownTask = {
  id: string;
  priorityLabel: string;
  typeLabel: string;
  caseNumber: string | null;
  orgOrPlayer: string | null;
  program: string | null;
  createdBy: string;
  dueDateLabel: string;
  message: string;
  /** Whether the viewer may see the client's person record, by this case. */
  seesClient: boolean;
  /** Whether the viewer may see the case, whole or as a summary. */
  seesSummary: boolean;
  /** Whether the viewer may see the referrals of the case. */
  seesReferrals: boolean;
  /** The client's id; null unless the viewer may see the person record. */
  clientId: string | null;
  caseId: string | null;
  /** The organization that manages the case. */
  managedBy: string | null;
};

/** The columns of a {@link ShownTask} in {@link shownRows}, but the case's id. */
export const shownColumns = Prisma.sql`shown.id, shown."priorityLabel", shown."typeLabel", shown."caseNumber",
  shown."orgOrPlayer", shown."program", shown."createdBy", shown."dueDateLabel", shown."message",
  shown."seesClient", shown."seesSummary", shown."seesReferrals", shown."clientId", shown."managedBy"`;

/** Of the viewer's own tasks those with these ids, as they are shown, in no order. */
export async function findShownTasks(
  viewer: TaskViewer,
  database: Reader,
  ids: readonly string[],
): Promise<ShownTask[]> {
  return await database.$queryRaw<ShownTask[]>`
    SELECT ${shownColumns}, shown."caseId"
      FROM (${shownRows(viewer)}) AS shown WHERE shown.id = ANY (${[...ids]}::uuid[])`;
}

/** A task, and to whom it is to be shown. */
export type TaskToShow = { viewer: TaskViewer; taskId: string };

/**
 * A task as its viewer is shown it now, null where it is not their own: like {@link findShownTasks}, with one statement for all who ask at
 * once, are shown the same of every case and read the same language.
 */
export const presentShownTask = gather(
  async (database, asked: readonly TaskToShow[]): Promise<(ShownTask | null)[]> => {
    const keyOf = ({ viewer, taskId }: TaskToShow) => `${viewer.actor.staffId} ${taskId} ${sightOf(viewer)}`;
    const groups = Map.groupBy(asked, ({ viewer }) => sightOf(viewer));
    // Somebody may ask twice, with different sights: in two languages, with a token of fewer scopes.
    const found = new Map<string, ShownTask>();
    const showGroup = async ([sight, group]: [string, TaskToShow[]]) => {
      for (const { assigneeId, ...task } of await showTogether(database, group))
        found.set(`${assigneeId} ${task.id} ${sight}`, task);
    };
    await Promise.all([...groups].map(showGroup));
    return asked.map((one) => found.get(keyOf(one)) ?? null);
  },
);

async function showTogether(
  database: Database,
  asked: readonly TaskToShow[],
): Promise<(ShownTask & { assigneeId: string })[]> {
  // The last one has asked at the latest moment, so none is judged by one before they asked.
  const viewer = asked.at(-1)?.viewer;
  if (viewer === undefined) return [];
  const each = asked.map(({ viewer: { actor }, taskId }) => ({ taskId, staffId: actor.staffId }));
  return await database.$queryRaw<(ShownTask & { assigneeId: string })[]>`
    SELECT ${shownColumns}, shown."caseId", shown."assigneeId" FROM (${shownRowsOfMany(viewer, each)}) AS shown`;
}
