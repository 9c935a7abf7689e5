import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { lockCase } from '../cases/lock-case.ts';
import { ownTasks } from './access.ts';
import { isOvertaken, overtakenFacts } from './overtaken.ts';
import { recordChanges } from './record-changes.ts';
import { distinctTaskIds, requireOwnTasks } from './task-ids.ts';
import { hoursToReopen, type NotReopenable, TasksNotReopenable } from './tasks-not-reopenable.ts';

/**
 * Takes back that one or many of the actor's own tasks are done, where the actor completed them and not long ago (R38). One that is
 * open stays as it is.
 * @throws InvalidInput for none or too many; NotFound where one of them is not the actor's; TasksNotReopenable where one has been
 * done for too long, was completed by what happened, or has been overtaken. Then none is changed.
 */
export async function reopenHomepageTasks(
  actor: Actor,
  platform: Platform,
  taskIds: string[],
): Promise<void> {
  const ids = distinctTaskIds(taskIds);
  await platform.database.$transaction(async (transaction) => {
    await requireOwnTasks(transaction, actor, ids);
    await lockCases(transaction, ids);
    const refused = await findNotReopenable(transaction, actor, ids, platform.now());
    if (refused.length > 0) throw new TasksNotReopenable(refused);
    const reopened = await transaction.homepageTask.updateManyAndReturn({
      where: { id: { in: ids }, ...ownTasks(actor), completedById: actor.staffId },
      data: { completedAt: null, completedById: null },
      select: { id: true, caseId: true },
    });
    await recordChanges(transaction, actor, 'homepageTask.reopen', reopened);
  });
}

/** So that nothing happens to the cases between the check and the change; in one order, so that two do not block each other. */
async function lockCases(transaction: Transaction, taskIds: string[]): Promise<void> {
  const tasks = await transaction.homepageTask.findMany({
    where: { id: { in: taskIds }, caseId: { not: null } },
    distinct: ['caseId'],
    orderBy: { caseId: 'asc' },
    select: { caseId: true },
  });
  for (const { caseId } of tasks) if (caseId !== null) await lockCase(transaction, caseId);
}

async function findNotReopenable(
  transaction: Transaction,
  actor: Actor,
  ids: string[],
  now: Date,
): Promise<NotReopenable[]> {
  const earliest = new Date(now.getTime() - hoursToReopen * 3_600_000);
  const done = await transaction.homepageTask.findMany({
    where: { id: { in: ids }, completedAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { ...overtakenFacts, completedAt: true, completedById: true },
  });
  return done.flatMap(({ completedAt, completedById, ...facts }): NotReopenable[] => {
    const taskId = facts.id;
    if (completedById !== actor.staffId) return [{ taskId, reason: 'COMPLETED_BY_EVENT' }];
    if (completedAt !== null && completedAt < earliest) return [{ taskId, reason: 'TOO_LATE' }];
    return isOvertaken(facts) ? [{ taskId, reason: 'OVERTAKEN' }] : [];
  });
}
