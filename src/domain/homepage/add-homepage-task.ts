import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';

/** Puts a task on someone's User Homepage and tells their open subscriptions (R33, R34). */
export async function addHomepageTask(
  transaction: Transaction,
  task: Prisma.HomepageTaskUncheckedCreateInput,
): Promise<void> {
  const { id } = await transaction.homepageTask.create({ data: task, select: { id: true } });
  await publish(transaction, { topic: 'homepageTask', taskId: id, assigneeId: task.assigneeId });
}
