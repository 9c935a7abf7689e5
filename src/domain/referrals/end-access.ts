import type { Prisma } from '../../generated/prisma/client.ts';
import type { AccessEnd, HomepageTaskType } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { stopSendings } from '../correspondence/stop-sendings.ts';
import { closeTasks } from '../homepage/close-tasks.ts';
import { notRunOut } from '../people/access.ts';

/** Access that a referral gave and that has ended; ids only. */
export type EndedAccess = {
  accessId: string;
  referralId: string;
  caseId: string;
  personId: string;
  /** Whose access it was: the receiver's. */
  organizationId: string;
  sendingOrganizationId: string;
  submittedById: string;
};

/** Why access ends, when, and the reason that somebody gave. */
export type End = { cause: AccessEnd; reason?: string; at: Date };

/** The tasks that ask somebody to act on a referral: once it has ended, there is nothing left to do. */
const toActOn: HomepageTaskType[] = ['REFERRAL_RECEIVED', 'TRANSFER_STALE', 'DELIVERY_FAILED'];

/**
 * Writes down that access has ended, by whom and why, and does what goes with it: tasks that ask somebody to act on these
 * referrals are done, emails that wait to go out are not sent unless it was the transfer that ended it, and open subscriptions
 * ask again whether they may go on (D3 to D6, D8). The caller holds the cases.
 * @param actor who ended it; null where time did.
 * @param where which access; what has ended already stays as it is, and what has run out by then is left to expiry.
 * @returns what has been ended, in the order it began.
 */
export async function endAccess(
  transaction: Transaction,
  actor: Actor | null,
  where: Prisma.ReferralAccessWhereInput,
  { cause, reason, at }: End,
): Promise<EndedAccess[]> {
  const found = await transaction.referralAccess.findMany({
    where: { AND: [where, { endedAt: null }, cause === 'EXPIRED' ? {} : notRunOut(at)] },
    orderBy: [{ beganAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      referralId: true,
      caseId: true,
      personId: true,
      organizationId: true,
      beganAt: true,
      referral: { select: { sendingOrganizationId: true, submittedById: true, createdById: true } },
    },
  });
  if (found.length === 0) return [];
  const how = { endCause: cause, endReason: reason ?? null, endedById: actor?.staffId ?? null };
  // The clock of the process that began it may be ahead of this one's, and nothing ends before it began.
  for (const [endedAt, accesses] of Map.groupBy(found, ({ beganAt }) =>
    Math.max(beganAt.getTime(), at.getTime()),
  )) {
    await transaction.referralAccess.updateMany({
      where: { id: { in: accesses.map(({ id }) => id) } },
      data: { endedAt: new Date(endedAt), ...how },
    });
  }
  const ended = found.map(({ id, referral, beganAt: _, ...access }) => ({
    accessId: id,
    ...access,
    sendingOrganizationId: referral.sendingOrganizationId,
    submittedById: referral.submittedById ?? referral.createdById,
  }));
  const referralIds = ended.map(({ referralId }) => referralId);
  if (cause !== 'TRANSFERRED') await stopSendings(transaction, referralIds, at);
  await closeTasks(transaction, { referralId: { in: referralIds }, type: { in: toActOn } }, at);
  await recordAudit(
    transaction,
    actor,
    ...ended.map(({ referralId, caseId, personId }) => ({
      action: 'referralAccess.end',
      entityType: 'Referral' as const,
      entityId: referralId,
      caseId,
      personId,
      details: [cause],
    })),
  );
  await publish(
    transaction,
    ...ended.map(({ referralId, caseId }) => ({ topic: 'referralStatus' as const, referralId, caseId })),
    ...[...new Set(ended.map(({ caseId }) => caseId))].map((caseId) => ({
      topic: 'caseAccess' as const,
      caseId,
    })),
  );
  return ended;
}
