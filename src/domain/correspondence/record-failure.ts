import type { Platform } from '../../platform/platform.ts';
import type { Delivery } from './begin-delivery.ts';
import { nextAttemptAt, tryingPeriod } from './delivery-times.ts';
import { failCorrespondence } from './fail-correspondence.ts';
import type { FailureReason } from './failure-reasons.ts';
import { isCalledOff } from './stop-sendings.ts';

/** Why an attempt did not succeed: the server's reply code, where it gave one, and whether the server will never take the message. */
export type AttemptFailure = { replyCode: number | null; reason: FailureReason; permanent: boolean };

/**
 * Records an attempt that did not succeed. A refusal for good ends the correspondence as Failed, and so does any failure
 * after which the next attempt would come more than 24 hours after the first one (D2), or whose referral has been called off
 * meanwhile.
 * @returns when to try again; null where it has Failed.
 */
export async function recordFailure(
  platform: Platform,
  delivery: Delivery,
  { replyCode, reason, permanent }: AttemptFailure,
): Promise<Date | null> {
  const { attemptId, attemptNumber, correspondenceId } = delivery;
  const finishedAt = platform.now();
  return await platform.database.$transaction(async (transaction) => {
    await transaction.correspondenceAttempt.update({
      where: { id: attemptId },
      data: { finishedAt, outcome: permanent ? 'REFUSED' : 'DEFERRED', replyCode, reason },
    });
    const next = nextAttemptAt({ id: attemptId, number: attemptNumber, finishedAt });
    const first = await transaction.correspondenceAttempt.findFirstOrThrow({
      where: { correspondenceId },
      orderBy: { number: 'asc' },
      select: { startedAt: true },
    });
    const triedLongEnough = next.getTime() - first.startedAt.getTime() > tryingPeriod;
    const access = await transaction.referralAccess.findUnique({
      where: { referralId: delivery.referralId },
    });
    if (!permanent && !triedLongEnough && !isCalledOff(access)) return next;
    await failCorrespondence(transaction, platform, { correspondenceId, reason });
    return null;
  });
}
