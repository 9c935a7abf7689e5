import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { NotFound } from '../errors.ts';
import { ownTasks } from './access.ts';

/**
 * Marks one or many of the actor's own tasks as done (R38). One that is done already stays as it is.
 * @throws NotFound, and changes none, where one of them is not the actor's.
 */
export async function completeHomepageTasks(
  actor: Actor,
  platform: Platform,
  taskIds: string[],
): Promise<void> {
  const ids = [...new Set(taskIds)];
  await platform.database.$transaction(async (transaction) => {
    const tasks = await transaction.homepageTask.findMany({
      where: { id: { in: ids }, ...ownTasks(actor) },
      select: { id: true, caseId: true },
    });
    if (tasks.length !== ids.length) throw new NotFound();
    await transaction.homepageTask.updateMany({
      where: { id: { in: ids }, ...ownTasks(actor), completedAt: null },
      data: { completedAt: platform.now() },
    });
    for (const { id, caseId } of tasks) {
      await recordAudit(transaction, actor, {
        action: 'homepageTask.complete',
        entityType: 'HomepageTask',
        entityId: id,
        caseId,
      });
    }
  });
}
