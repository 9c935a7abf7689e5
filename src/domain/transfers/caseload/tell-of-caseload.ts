import type { Transaction } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addHomepageTask } from '../../homepage/add-homepage-task.ts';
import { programDay } from '../../program-day.ts';
import { senderContacts } from '../../referrals/sender-contacts.ts';

/**
 * One digest for each person concerned, as a task, where any case has been moved (B9): the new and the former case manager, and
 * the senders of Case Transfer referrals that were superseded by it (D6). Who would get two gets the first of them.
 */
export async function tellOfCaseload(
  transaction: Transaction,
  platform: Platform,
  caseloadTransferId: string,
): Promise<void> {
  const caseload = await transaction.caseloadTransfer.findUniqueOrThrow({
    where: { id: caseloadTransferId },
    include: { _count: { select: { items: { where: { status: 'MOVED' } } } } },
  });
  if (caseload._count.items === 0) return;
  const { fromOrganizationId, fromCaseManagerId, toOrganizationId, toCaseManagerId } = caseload;
  const digest = {
    caseloadTransferId,
    createdById: caseload.requestedById,
    dueOn: programDay(platform.now(), platform.timeZone),
  };
  await addHomepageTask(transaction, {
    ...digest,
    type: 'CASELOAD_RECEIVED',
    assigneeId: toCaseManagerId,
    organizationId: toOrganizationId,
    aboutOrganizationId: fromOrganizationId,
  });
  await addHomepageTask(transaction, {
    ...digest,
    type: 'CASELOAD_TRANSFERRED',
    assigneeId: fromCaseManagerId,
    organizationId: fromOrganizationId,
    aboutOrganizationId: toOrganizationId,
  });
  const told = new Set([toCaseManagerId, fromCaseManagerId]);
  for (const assigneeId of await sendersSuperseded(transaction, { caseloadTransferId, fromOrganizationId })) {
    if (told.has(assigneeId)) continue;
    told.add(assigneeId);
    await addHomepageTask(transaction, {
      ...digest,
      type: 'REFERRAL_SUPERSEDED',
      assigneeId,
      organizationId: fromOrganizationId,
      aboutOrganizationId: toOrganizationId,
    });
  }
}

/** Who is to be told of Case Transfer referrals that ended as superseded as this caseload's cases were moved. */
async function sendersSuperseded(
  transaction: Transaction,
  caseload: { caseloadTransferId: string; fromOrganizationId: string },
): Promise<string[]> {
  const submitters = await transaction.$queryRaw<{ submittedById: string; caseId: string }[]>`
    SELECT DISTINCT ON (referral."submittedById") referral."submittedById", referral."caseId"
      FROM "CaseloadTransferItem" item
      JOIN "CaseTransfer" transfer ON transfer.id = item."transferId"
      JOIN "ReferralAccess" access ON access."caseId" = transfer."caseId"
       AND access."endCause" = 'SUPERSEDED' AND access."endedAt" = transfer."completedAt"
      JOIN "Referral" referral ON referral.id = access."referralId"
       AND referral."sendingOrganizationId" = transfer."fromOrganizationId"
     WHERE item."caseloadTransferId" = ${caseload.caseloadTransferId}::uuid
     ORDER BY referral."submittedById", referral."caseId"`;
  const contacts: string[] = [];
  for (const submitter of submitters) {
    const sent = { ...submitter, sendingOrganizationId: caseload.fromOrganizationId };
    contacts.push(...(await senderContacts(transaction, sent)));
  }
  return contacts;
}
