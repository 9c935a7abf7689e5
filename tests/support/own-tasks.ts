import type { Database } from '../../src/platform/database.ts';
import { publish } from '../../src/platform/live/live-event.ts';

/** Makes so many tasks for a staff member, about any case of theirs, without telling of them; their ids, in order. */
export async function makeTasks(database: Database, username: string, count: number): Promise<string[]> {
  const { id: assigneeId, organizationId } = await database.staff.findUniqueOrThrow({ where: { username } });
  const { id: caseId } = await database.case.findFirstOrThrow({ where: { organizationId } });
  const task = { assigneeId, organizationId, caseId, createdById: assigneeId, dueOn: new Date('2030-01-01') };
  const made = await database.homepageTask.createManyAndReturn({
    data: Array.from({ length: count }, () => ({ ...task, type: 'TRANSFER_STALE' as const })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** Tells of a task, as if it had just come or changed. */
export async function tellOfTask(database: Database, taskId: string): Promise<void> {
  const { assigneeId } = await database.homepageTask.findUniqueOrThrow({ where: { id: taskId } });
  await publish(database, { topic: 'homepageTask', taskId, assigneeId });
}
