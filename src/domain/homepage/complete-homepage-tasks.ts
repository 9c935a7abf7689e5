import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { ownTasks } from './access.ts';
import { lockOpenTasks } from './lock-open-tasks.ts';
import { recordChanges } from './record-changes.ts';
import { distinctTaskIds, requireOwnTasks } from './task-ids.ts';

/**
 * Marks one or many of the actor's own tasks as done (R38). One that is done already stays as it is.
 * @throws InvalidInput for none or too many; NotFound, and changes none, where one of them is not the actor's.
 */
export async function completeHomepageTasks(
  actor: Actor,
  platform: Platform,
  taskIds: string[],
): Promise<void> {
  const ids = distinctTaskIds(taskIds);
  await platform.database.$transaction(async (transaction) => {
    await requireOwnTasks(transaction, actor, ids);
    const own = { id: { in: ids }, ...ownTasks(actor) };
    await lockOpenTasks(transaction, own);
    const completed = await transaction.homepageTask.updateManyAndReturn({
      where: { ...own, completedAt: null },
      data: { completedAt: platform.now(), completedById: actor.staffId },
      select: { id: true, caseId: true },
    });
    await recordChanges(transaction, actor, 'homepageTask.complete', completed);
  });
}
