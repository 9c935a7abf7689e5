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
    const own = { id: { in: ids }, ...ownTasks(actor) };
    if ((await transaction.homepageTask.count({ where: own })) !== ids.length) throw new NotFound();
    const completed = await transaction.homepageTask.updateManyAndReturn({
      where: { ...own, completedAt: null },
      data: { completedAt: platform.now(), completedById: actor.staffId },
      select: { id: true, caseId: true },
    });
    if (completed.length === 0) return;
    await publish(
      transaction,
      ...completed.map(({ id }) => ({
        topic: 'homepageTask' as const,
        taskId: id,
        assigneeId: actor.staffId,
      })),
    );
    await recordAudit(
      transaction,
      actor,
      ...completed.map(({ id, caseId }) => ({
        action: 'homepageTask.complete',
        entityType: 'HomepageTask' as const,
        entityId: id,
        ...(caseId === null ? {} : { caseId }),
      })),
    );
  });
}
