import type { Case } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Actor } from '../actor.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import type { Moment } from '../people/access.ts';
import { handOverTasks } from '../transfers/caseload/hand-over-tasks.ts';
import { tellCaseManager } from './add-case.ts';

/**
 * What goes with another case manager in the same organization: open tasks that ask for work on the case go along, the Case Home
 * Page tells of it, and so does a task to each of both who did not do it themselves. The caller holds the case, and changes it.
 */
export async function giveToCaseManager(
  transaction: Transaction,
  actor: Actor,
  { before, toCaseManagerId }: { before: Case; toCaseManagerId: string },
  { now, day }: Moment,
): Promise<void> {
  const { id: caseId, caseManagerId: fromCaseManagerId, organizationId } = before;
  const { id: notificationId } = await transaction.caseNotification.create({
    data: { caseId, type: 'CASE_REASSIGNED' },
    select: { id: true },
  });
  await publish(transaction, { topic: 'caseNotification', notificationId, caseId });
  await handOverTasks(transaction, { caseId, fromCaseManagerId, toCaseManagerId, now });
  await tellCaseManager(transaction, actor, { caseId, caseManagerId: toCaseManagerId, day });
  if (fromCaseManagerId === actor.staffId) return;
  await addHomepageTask(transaction, {
    type: 'CASE_REASSIGNED',
    assigneeId: fromCaseManagerId,
    organizationId,
    caseId,
    createdById: actor.staffId,
    dueOn: day,
  });
}
