import type { HomepageTaskType } from '../../../generated/prisma/enums.ts';
import type { Transaction } from '../../../platform/database.ts';
import { addHomepageTask } from '../../homepage/add-homepage-task.ts';
import { closeTasks } from '../../homepage/close-tasks.ts';
import { workOnCase } from '../clear-previous-work.ts';

/** What the new case manager is told anyway. */
const toldAnyway: HomepageTaskType[] = ['CASE_RECEIVED', 'CASE_ASSIGNED'];

/**
 * Hands the former case manager's open tasks that ask for work on a case to the new one, as they are: closed there, by nobody,
 * and open here. Those that somebody else has stay where they are.
 */
export async function handOverTasks(
  transaction: Transaction,
  {
    caseId,
    fromCaseManagerId,
    toCaseManagerId,
    now,
  }: {
    caseId: string;
    fromCaseManagerId: string;
    toCaseManagerId: string;
    now: Date;
  },
): Promise<void> {
  const open = {
    caseId,
    assigneeId: fromCaseManagerId,
    type: { in: [...workOnCase] },
    completedAt: null,
  };
  const tasks = await transaction.homepageTask.findMany({
    where: open,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { id: true, completedAt: true, completedById: true },
  });
  if (tasks.length === 0) return;
  await closeTasks(transaction, open, now);
  for (const task of tasks.filter(({ type }) => !toldAnyway.includes(type))) {
    await addHomepageTask(transaction, { ...task, assigneeId: toCaseManagerId });
  }
}
