import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { closeTasks } from '../homepage/close-tasks.ts';
import { programDay } from '../program-day.ts';

/** A sending that failed: who asked for it, and its referral. */
type Failed = {
  requestedById: string;
  referral: {
    id: string;
    caseId: string;
    submittedById: string | null;
    receivingOrganizationId: string | null;
  };
};

/**
 * Gives a task to who submitted the referral and who asked for this sending (D2); where neither can act on the case any
 * more, to its case manager, else to the administrators of the organization that manages it. Who has such a task open
 * already is told of it again.
 */
export async function addFailureTasks(
  transaction: Transaction,
  platform: Platform,
  { requestedById, referral }: Failed,
): Promise<void> {
  const dueOn = programDay(platform.now(), platform.timeZone);
  for (const assignee of await whoCanAct(transaction, { requestedById, referral })) {
    const task = { type: 'DELIVERY_FAILED', referralId: referral.id, assigneeId: assignee.id } as const;
    const open = await transaction.homepageTask.findFirst({
      where: { ...task, completedAt: null },
      select: { id: true },
    });
    if (open !== null) {
      await publish(transaction, { topic: 'homepageTask', taskId: open.id, assigneeId: assignee.id });
      continue;
    }
    await addHomepageTask(transaction, {
      ...task,
      organizationId: assignee.organizationId,
      priority: 'HIGH',
      caseId: referral.caseId,
      aboutOrganizationId: referral.receivingOrganizationId,
      createdById: requestedById,
      dueOn,
    });
  }
}

async function whoCanAct(transaction: Transaction, { requestedById, referral }: Failed) {
  const { organizationId, caseManagerId } = await transaction.case.findUniqueOrThrow({
    where: { id: referral.caseId },
    select: { organizationId: true, caseManagerId: true },
  });
  const wanted: Prisma.StaffWhereInput[] = [
    { id: { in: [requestedById, referral.submittedById ?? requestedById] } },
    { id: caseManagerId },
    { roles: { has: 'ORGANIZATION_ADMINISTRATOR' } },
  ];
  for (const who of wanted) {
    const able = await transaction.staff.findMany({
      where: {
        AND: [who, { roles: { hasSome: ['CASE_MANAGER', 'ORGANIZATION_ADMINISTRATOR'] } }],
        organizationId,
        disabledAt: null,
        organization: { closedAt: null },
      },
      orderBy: { id: 'asc' },
      select: { id: true, organizationId: true },
    });
    if (able.length > 0) return able;
  }
  return [];
}

/** Completes the tasks that told of a referral's failed email: it has gone out since. */
export async function completeFailureTasks(
  transaction: Transaction,
  referralId: string,
  now: Date,
): Promise<void> {
  await closeTasks(transaction, { referralId, type: 'DELIVERY_FAILED' }, now);
}
