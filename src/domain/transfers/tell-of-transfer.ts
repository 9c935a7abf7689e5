import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { programDay } from '../program-day.ts';
import type { Transfer } from './transfer.ts';

/**
 * A notification on the Case Home Page, a task for the new case manager (R33), and one for the previous (R34); without the
 * tasks where the caller sends a digest.
 */
export async function tellOfTransfer(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { transfer: { before, to, tell, now }, transferId }: { transfer: Transfer; transferId: string },
): Promise<void> {
  const { id } = await transaction.caseNotification.create({
    data: { caseId: before.id, type: 'CASE_RECEIVED', transferId },
    select: { id: true },
  });
  await publish(transaction, { topic: 'caseNotification', notificationId: id, caseId: before.id });
  if (tell === 'DIGEST') return;
  const dueOn = programDay(now, platform.timeZone);
  const task = { caseId: before.id, transferId, createdById: actor.staffId, dueOn };
  await addHomepageTask(transaction, {
    ...task,
    type: 'CASE_RECEIVED',
    assigneeId: to.caseManagerId,
    organizationId: to.organizationId,
    aboutOrganizationId: before.organizationId,
  });
  await addHomepageTask(transaction, {
    ...task,
    type: 'CASE_TRANSFERRED',
    assigneeId: before.caseManagerId,
    organizationId: before.organizationId,
    aboutOrganizationId: to.organizationId,
  });
}
