import type { Prisma } from '../../generated/prisma/client.ts';
import type { CaseStatus } from '../../generated/prisma/enums.ts';
import type { AskedFor } from '../allowed-action.ts';
import { summaryScope } from '../cases/access.ts';
import { isReopening, isTransferable, nextStatuses } from '../cases/status.ts';
import { type Moment, notRunOut } from '../people/access.ts';

/** A status that a case can go to, and what the move asks for. */
export type StatusMove = { status: CaseStatus; asksFor: readonly AskedFor[] };

/** The Case Transfer referrals, as the access they give, that are open at a moment. */
export function openTransferReferrals({ now }: Pick<Moment, 'now'>): Prisma.ReferralAccessWhereInput {
  return { scope: summaryScope, endedAt: null, ...notRunOut(now) };
}

/** What {@link statusMoves} needs to know of a case at a moment. */
export function statusMoveFacts(moment: Moment) {
  return {
    status: true,
    accesses: { where: openTransferReferrals(moment), take: 1, select: { id: true } },
  } satisfies Prisma.CaseSelect;
}

/** The moves that a case can make, as changeCaseStatus would let it now (B6). */
export function statusMoves(
  found: Prisma.CaseGetPayload<{ select: ReturnType<typeof statusMoveFacts> }>,
): StatusMove[] {
  return nextStatuses(found.status).map((status) => {
    const withdraws = found.accesses.length > 0 && !isTransferable(status);
    return { status, asksFor: moveAsksFor(found.status, withdraws) };
  });
}

/**
 * What a move asks for: to reopen a case, a reason; to withdraw open referrals with it, a reason and a confirmation.
 * @param withdraws whether open Case Transfer referrals are withdrawn.
 */
export function moveAsksFor(from: CaseStatus, withdraws: boolean): readonly AskedFor[] {
  if (withdraws) return ['REASON', 'CONFIRMATION'];
  return isReopening(from) ? ['REASON'] : [];
}
