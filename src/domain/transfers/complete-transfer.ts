import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { summaryScope } from '../cases/access.ts';
import { transferableStatuses } from '../cases/status.ts';
import { endAccess } from '../referrals/end-access.ts';
import { clearPreviousWork } from './clear-previous-work.ts';
import { findOpenReferral } from './find-open-referral.ts';
import { tellOfTransfer } from './tell-of-transfer.ts';
import { tellSenders } from './tell-senders.ts';
import type { Transfer } from './transfer.ts';

/**
 * Moves a case to another organization, with all that follows from it, in the caller's transaction: the receipt (D7), the end
 * of open Case Transfer referrals and the word to their senders, the end of the previous organization's drafts and work on the
 * case (D6), and the tasks and the notification for those concerned (R33, R34). A Case Transfer referral to the new
 * organization counts as completed also where Employment Nova Scotia moves the case.
 */
export async function completeTransfer(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  transfer: Transfer,
): Promise<{ transferId: string }> {
  const { before, to, ground, now } = transfer;
  const reason = 'reason' in ground ? ground.reason : null;
  const caseId = before.id;
  const followed =
    'reason' in ground
      ? await findOpenReferral(transaction, { caseId, organizationId: to.organizationId, now })
      : ground;

  await lockOpenWork(transaction, caseId);
  await moveCase(transaction, transfer);
  const { id: transferId } = await transaction.caseTransfer.create({
    data: {
      caseId,
      referralId: followed?.referralId ?? null,
      reason,
      fromOrganizationId: before.organizationId,
      fromCaseManagerId: before.caseManagerId,
      toOrganizationId: to.organizationId,
      toOfficeId: to.officeId,
      toCaseManagerId: to.caseManagerId,
      toAgreementId: to.agreementId,
      toServiceDeliveryLocationId: to.serviceDeliveryLocationId,
      completedById: actor.staffId,
      completedAt: now,
    },
    select: { id: true },
  });
  if (followed !== null) {
    await endAccess(transaction, actor, { id: followed.accessId }, { cause: 'TRANSFERRED', at: now });
  }
  // Referrals for information stay: they are about the client, not about who manages the case (R24).
  const others = { caseId, scope: summaryScope };
  const superseded = await endAccess(transaction, actor, others, { cause: 'SUPERSEDED', at: now });
  await clearPreviousWork(transaction, platform, actor, { before, now });
  await tellSenders(transaction, platform, actor, { transfer, transferId, superseded });
  await tellOfTransfer(transaction, platform, actor, { transfer, transferId });
  // The previous organization has lost sight of the case, whether a referral has ended or not.
  await publish(transaction, { topic: 'caseAccess', caseId });
  await recordAudit(transaction, actor, {
    action: 'case.transfer',
    entityType: 'Case',
    entityId: caseId,
    caseId,
    personId: before.personId,
    // That it has given the case up is for the previous organization to read, too.
    managingOrganizationId: before.organizationId,
    details: reason === null ? [] : ['reason'],
  });
  return { transferId };
}

/**
 * Takes beforehand what others change without holding the case, in the order in which they do: a worker an email and then the
 * tasks that tell of it, people their own tasks many at once. So none of them and the transfer ever wait for each other.
 */
async function lockOpenWork(transaction: Transaction, caseId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM "Correspondence"
     WHERE "referralId" IN (SELECT id FROM "Referral" WHERE "caseId" = ${caseId}::uuid) AND "status" = 'QUEUED'
     ORDER BY id FOR UPDATE`;
  await transaction.$queryRaw`
    SELECT id FROM "HomepageTask" WHERE "caseId" = ${caseId}::uuid AND "completedAt" IS NULL
     ORDER BY id FOR NO KEY UPDATE`;
}

async function moveCase(transaction: Transaction, { before, to }: Transfer): Promise<void> {
  const { organizationId, officeId, caseManagerId, agreementId, serviceDeliveryLocationId } = to;
  await transaction.case.update({
    where: {
      id: before.id,
      organizationId: before.organizationId,
      status: { in: [...transferableStatuses] },
    },
    data: { organizationId, officeId, caseManagerId, agreementId, serviceDeliveryLocationId },
  });
}
