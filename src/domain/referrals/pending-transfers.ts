import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { managedCases, summaryScope } from '../cases/access.ts';
import { findCases } from '../cases/case-search.ts';
import { accessInForce, type Moment, notRunOut } from '../people/access.ts';
import { visibleReferrals } from './access.ts';
import { lastStaleDate } from './transfer-age.ts';

/** Seen from the actor's organization: what it was asked to take over, or asked others to. */
export type PendingTransferDirection = 'RECEIVED' | 'SENT';

/** The filters of the list; null and undefined filter nothing. */
export type PendingTransferFilter = {
  direction?: PendingTransferDirection | null | undefined;
  /** True for those that are stale, false for the others. */
  stale?: boolean | null | undefined;
  /** A Case ID or names of the client. */
  search?: string | null | undefined;
};

/**
 * The open Case Transfer referrals that the actor may see, as the access they give: those to their organization while it can
 * act on them (D12), and those of cases it manages; for Employment Nova Scotia's administrators all (B8).
 */
export function pendingTransfers(
  actor: Actor,
  moment: Moment,
  direction: PendingTransferDirection | null = null,
): Prisma.ReferralAccessWhereInput {
  const open = { scope: summaryScope, endedAt: null, ...notRunOut(moment.now) };
  const received = { ...open, ...accessInForce(actor, moment) };
  if (direction === 'RECEIVED') return received;
  if (direction === 'SENT') return { ...open, case: managedCases(actor) };
  return { OR: [received, { ...open, referral: visibleReferrals(actor) }] };
}

/** Of {@link pendingTransfers} those that a filter lets through. */
export async function findPendingTransfers(
  actor: Actor,
  database: Reader,
  moment: Moment,
  { direction, stale, search }: PendingTransferFilter,
): Promise<Prisma.ReferralAccessWhereInput> {
  const lastStale = lastStaleDate(moment.day);
  const referralDate = stale === true ? { lte: lastStale } : { gt: lastStale };
  return {
    AND: [
      pendingTransfers(actor, moment, direction ?? null),
      typeof stale === 'boolean' ? { referral: { referralDate } } : {},
      typeof search === 'string' ? { case: await findCases(actor, database, moment, search) } : {},
    ],
  };
}
