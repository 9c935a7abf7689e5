import type { HomepageTaskType } from '../../../generated/prisma/enums.ts';
import type { Transaction } from '../../../platform/database.ts';
import { addHomepageTask } from '../../homepage/add-homepage-task.ts';
import { closeTasks } from '../../homepage/close-tasks.ts';
import { workOnCase } from '../clear-previous-work.ts';
import type { Caseload } from './caseload.ts';

/** What the digest tells the new case manager anyway. */
const toldByDigest: HomepageTaskType = 'CASE_RECEIVED';

/**
 * Hands the former case manager's open tasks that ask for work on a case to the new one, as they are: closed there, by nobody,
 * and open here. Those that somebody else has stay where they are.
 */
export async function handOverTasks(
  transaction: Transaction,
  { caseId, caseload, now }: { caseId: string; caseload: Caseload; now: Date },
): Promise<void> {
  const open = {
    caseId,
    assigneeId: caseload.fromCaseManagerId,
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
  for (const task of tasks.filter(({ type }) => type !== toldByDigest)) {
    await addHomepageTask(transaction, { ...task, assigneeId: caseload.toCaseManagerId });
  }
}
