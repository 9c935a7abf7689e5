import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import { lockOpenTasks } from './lock-open-tasks.ts';

/** Completes open tasks that what has happened leaves nothing to do about, by nobody, and tells their assignees' open subscriptions. */
export async function closeTasks(
  transaction: Transaction,
  where: Prisma.HomepageTaskWhereInput,
  now: Date,
): Promise<void> {
  if ((await lockOpenTasks(transaction, where)) === 0) return;
  const closed = await transaction.homepageTask.updateManyAndReturn({
    where: { AND: [where, { completedAt: null }] },
    data: { completedAt: now },
    select: { id: true, assigneeId: true },
  });
  if (closed.length === 0) return;
  const events = closed.map(({ id, assigneeId }) => ({
    topic: 'homepageTask' as const,
    taskId: id,
    assigneeId,
  }));
  await publish(transaction, ...events);
}
