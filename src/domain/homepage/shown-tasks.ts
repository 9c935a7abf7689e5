import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { shownRows, type TaskViewer } from './shown-rows.ts';

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
