import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { lockCase } from '../cases/lock-case.ts';
import type { FailureReason } from './failure-reasons.ts';
import { addFailureTasks } from './failure-tasks.ts';
import { isCalledOff, stopped } from './stop-sendings.ts';

/**
 * Ends a sending as Failed with the reason, and gives those who can act on it a task; the referral stays Submitted (D2).
 * One that has come to its end stays as it is. Where the referral has been called off, nobody need act, and that is the
 * reason (D3, D4).
 */
export async function failCorrespondence(
  transaction: Transaction,
  platform: Platform,
  { correspondenceId, reason }: { correspondenceId: string; reason: FailureReason },
): Promise<void> {
  const now = platform.now();
  const { requestedById, referral } = await transaction.correspondence.findUniqueOrThrow({
    where: { id: correspondenceId },
    select: {
      requestedById: true,
      referral: { select: { id: true, caseId: true, submittedById: true, receivingOrganizationId: true } },
    },
  });
  // Who manages the case does not change while it is decided who is told, nor is the referral called off.
  await lockCase(transaction, referral.caseId);
  const calledOff = isCalledOff(
    await transaction.referralAccess.findUnique({ where: { referralId: referral.id } }),
  );
  const { count } = await transaction.correspondence.updateMany({
    where: { id: correspondenceId, status: 'QUEUED' },
    data: { status: 'FAILED', failedAt: now, failureReason: calledOff ? stopped : reason },
  });
  if (count === 0) return;
  await recordAudit(transaction, null, {
    action: 'correspondence.fail',
    entityType: 'Correspondence',
    entityId: correspondenceId,
    caseId: referral.caseId,
    details: [calledOff ? stopped : reason],
  });
  if (!calledOff) await addFailureTasks(transaction, platform, { requestedById, referral });
  await publish(transaction, { topic: 'referralStatus', referralId: referral.id, caseId: referral.caseId });
}
