import { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { longestAttempt } from './delivery-times.ts';
import type { FailureReason } from './failure-reasons.ts';

/** On record where a sending was stopped: nothing went wrong, and nobody need see to it. */
export const stopped = 'REFERRAL_ENDED' satisfies FailureReason;

/** The access that a sending's referral gave, as far as it matters for the sending. */
export type Access = { endedAt: Date | null; endCause: string | null } | null;

/**
 * Whether the letter asks its reader for something that is over: the referral was withdrawn, declined, superseded or has run
 * out. After the transfer that it asked for it still goes out, as the record of what was asked.
 */
export function isCalledOff(access: Access): boolean {
  return access !== null && access.endedAt !== null && access.endCause !== 'TRANSFERRED';
}

/** Referrals whose letter {@link isCalledOff} does not keep from going out. */
export const notCalledOff = {
  OR: [{ access: null }, { access: { endedAt: null } }, { access: { endCause: 'TRANSFERRED' } }],
} satisfies Prisma.ReferralWhereInput;

/** The same in SQL, where what it is about has the alias `referral`. */
export const notCalledOffSql = Prisma.sql`NOT EXISTS (
  SELECT FROM "ReferralAccess" AS access
   WHERE access."referralId" = referral.id AND access."endCause" <> 'TRANSFERRED')`;

/**
 * Ends sendings of referrals that are called off before they go out (D3, D4). One that a worker has in hand is left to it: if
 * the mail server takes it, that is what is on record, and if not, it is not tried again. The caller holds the cases.
 * @param now when they were called off.
 */
export async function stopSendings(
  transaction: Transaction,
  referralIds: string[],
  now: Date,
): Promise<void> {
  // Whoever begins an attempt holds the row as well, so none begins in between.
  await transaction.$queryRaw`
    SELECT id FROM "Correspondence"
     WHERE "referralId" = ANY(${referralIds}::uuid[]) AND "status" = 'QUEUED' ORDER BY id FOR UPDATE`;
  await transaction.correspondence.updateMany({
    where: {
      referralId: { in: referralIds },
      status: 'QUEUED',
      attempts: { none: { finishedAt: null, startedAt: { gt: new Date(now.getTime() - longestAttempt) } } },
    },
    data: { status: 'FAILED', failedAt: now, failureReason: stopped },
  });
}
