import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { ownTasks } from './access.ts';

/** So many tasks can be dealt with at once; a page has no more. */
const mostAtOnce = 100;

/**
 * Marks one or many of the actor's own tasks as done (R38). One that is done already stays as it is.
 * @throws InvalidInput for none or too many; NotFound, and changes none, where one of them is not the actor's.
 */
export async function completeHomepageTasks(
  actor: Actor,
  platform: Platform,
  taskIds: string[],
): Promise<void> {
  const ids = [...new Set(taskIds)];
  if (ids.length === 0 || ids.length > mostAtOnce) {
    const EN = `Choose from 1 to ${mostAtOnce} tasks.`;
    const FR = `Choisissez de 1 à ${mostAtOnce} tâches.`;
    throw new InvalidInput([{ field: 'taskIds', text: { EN, FR } }]);
  }
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
      await publish(transaction, { topic: 'homepageTask', taskId: id, assigneeId: actor.staffId });
      await recordAudit(transaction, actor, {
        action: 'homepageTask.complete',
        entityType: 'HomepageTask',
        entityId: id,
        caseId,
      });
    }
  });
}
