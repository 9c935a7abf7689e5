import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Delivery } from './begin-delivery.ts';
import { completeFailureTasks } from './failure-tasks.ts';

/**
 * Records that the mail server accepted the message: the correspondence is sent, its referral becomes Emailed (R19), and
 * tasks that told of an earlier failure are done. Recording it twice changes nothing.
 * @returns seconds from submit until now, or null where the referral was Emailed before (a resend).
 */
export async function recordSent(platform: Platform, delivery: Delivery): Promise<number | null> {
  const now = platform.now();
  const { referralId, caseId, correspondenceId } = delivery;
  return await platform.database.$transaction(async (transaction) => {
    await transaction.correspondenceAttempt.updateMany({
      where: { id: delivery.attemptId, finishedAt: null },
      data: { finishedAt: now, outcome: 'ACCEPTED' },
    });
    const { count: sent } = await transaction.correspondence.updateMany({
      where: { id: correspondenceId, status: 'QUEUED' },
      data: { status: 'SENT', sentAt: now },
    });
    if (sent > 0) {
      await recordAudit(transaction, null, {
        action: 'correspondence.send',
        entityType: 'Correspondence',
        entityId: correspondenceId,
        caseId,
      });
    }
    const { count } = await transaction.referral.updateMany({
      where: { id: referralId, status: 'SUBMITTED' },
      data: { status: 'EMAILED', emailedAt: now },
    });
    await completeFailureTasks(transaction, referralId, now);
    await publish(transaction, { topic: 'referralStatus', referralId, caseId });
    if (count === 0) return null;
    const { submittedAt } = await transaction.referral.findUniqueOrThrow({
      where: { id: referralId },
      select: { submittedAt: true },
    });
    return submittedAt === null ? null : (now.getTime() - submittedAt.getTime()) / 1000;
  });
}
