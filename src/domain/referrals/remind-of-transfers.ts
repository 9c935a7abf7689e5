import { z } from 'zod';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader, Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { JobKind } from '../../platform/queue.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { summaryScope } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { closeTasks } from '../homepage/close-tasks.ts';
import { eligibleForReferrals } from '../organizations/eligibility.ts';
import type { Moment } from '../people/access.ts';
import { isoDay, programDay } from '../program-day.ts';
import { receiverContacts } from './receiver-contacts.ts';
import { senderContacts } from './sender-contacts.ts';
import { daysUntilStale } from './transfer-age.ts';

/** The job that reminds of Case Transfer referrals that nobody acts on (B8). */
export const remindOfTransfers: JobKind<Record<string, never>> = {
  name: 'remind-of-transfers',
  payload: z.strictObject({}),
};

/**
 * The access by open Case Transfer referrals that a reminder is due of: 14 days have passed since submit, or since the last
 * day on which one was due, and there has been none since (B8). So after an absence one is made up for, not many.
 */
async function findDue(database: Reader, { now, day }: Moment, which: Prisma.Sql): Promise<string[]> {
  const today = isoDay(day);
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT access.id
      FROM "ReferralAccess" AS access JOIN "Referral" AS referral ON referral.id = access."referralId"
     WHERE access."endedAt" IS NULL AND access."expiresAt" > ${now}
       AND access."scope" = ${summaryScope}::"AccessScope"
       AND referral."referralDate" <= ${today}::date - ${daysUntilStale}::int
       AND NOT EXISTS (
             SELECT FROM "HomepageTask" AS task
              WHERE task."referralId" = referral.id AND task."type" = 'TRANSFER_STALE'
                AND task."dueOn" >= ${today}::date - (${today}::date - referral."referralDate") % ${daysUntilStale}::int)
       AND ${which}`;
  return found.map(({ id }) => id);
}

/**
 * Some of the access that a reminder is due of, in the order of their ids.
 * @param after only ids past this one; null for the first.
 * @param most so many at the most.
 */
export async function findReminders(
  database: Reader,
  moment: Moment,
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  const past = after === null ? Prisma.sql`TRUE` : Prisma.sql`access.id > ${after}::uuid`;
  return await findDue(database, moment, Prisma.sql`${past} ORDER BY access.id LIMIT ${most}`);
}

/**
 * Reminds of one Case Transfer referral by tasks: the receiver's contacts, unless it can act on none (D12), and the sender's.
 * A reminder takes the place of the one before, so nobody has two of the same open. Once is enough: a second time, be it at the
 * same moment, changes nothing (B8).
 */
export async function remind(platform: Platform, accessId: string): Promise<void> {
  const now = platform.now();
  const moment = { now, day: programDay(now, platform.timeZone) };
  await platform.database.$transaction(async (transaction) => {
    const { caseId } = await transaction.referralAccess.findUniqueOrThrow({
      where: { id: accessId },
      select: { caseId: true },
    });
    await lockCase(transaction, caseId);
    const due = await findDue(transaction, moment, Prisma.sql`access.id = ${accessId}::uuid`);
    if (due.length > 0) await addReminders(transaction, accessId, moment);
  });
}

async function addReminders(transaction: Transaction, accessId: string, { now, day }: Moment): Promise<void> {
  const { referral, ...access } = await transaction.referralAccess.findUniqueOrThrow({
    where: { id: accessId },
    select: {
      caseId: true,
      referralId: true,
      organizationId: true,
      referral: { select: { sendingOrganizationId: true, submittedById: true, createdById: true } },
    },
  });
  const { caseId, referralId, organizationId } = access;
  const { sendingOrganizationId, submittedById: submitter, createdById } = referral;
  const submittedById = submitter ?? createdById;
  const canAct = { id: organizationId, ...eligibleForReferrals(day) };
  const receivers =
    (await transaction.organization.count({ where: canAct })) > 0
      ? await receiverContacts(transaction, organizationId)
      : [];
  const [sender] = await senderContacts(transaction, { caseId, sendingOrganizationId, submittedById });
  await closeTasks(transaction, { referralId, type: 'TRANSFER_STALE' }, now);
  await recordAudit(transaction, null, {
    action: 'referral.remind',
    entityType: 'Referral',
    entityId: referralId,
    caseId,
  });
  const task = {
    type: 'TRANSFER_STALE',
    caseId,
    referralId,
    createdById: submittedById,
    dueOn: day,
  } as const;
  for (const assigneeId of receivers) {
    const between = { organizationId, aboutOrganizationId: sendingOrganizationId };
    await addHomepageTask(transaction, { ...task, assigneeId, ...between });
  }
  if (sender !== undefined) {
    const between = { organizationId: sendingOrganizationId, aboutOrganizationId: organizationId };
    await addHomepageTask(transaction, { ...task, assigneeId: sender, ...between });
  }
}
