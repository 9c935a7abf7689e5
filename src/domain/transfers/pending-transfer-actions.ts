import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { refusalOf } from '../allowance.ts';
import type { AllowedAction, AskedFor } from '../allowed-action.ts';
import type { Moment } from '../people/access.ts';
import { requireDeclinable } from '../referrals/decline-referral.ts';
import { caseActionAsksFor, caseActionFacts, requireTransfer } from './case-actions.ts';

/** What the receiver of a pending Case Transfer referral can do with it; its sender's actions are those of the referral. */
export type PendingTransferAction = 'TRANSFER' | 'DECLINE';

/** What {@link pendingTransferActions} needs to know besides the access itself, at a moment. */
export function pendingTransferFacts(actor: Actor, moment: Moment) {
  return { case: { select: caseActionFacts(actor, moment) } } satisfies Prisma.ReferralAccessSelect;
}

/** An access with what {@link pendingTransferFacts} selects. */
export type PendingTransferFacts = Prisma.ReferralAccessGetPayload<{
  include: ReturnType<typeof pendingTransferFacts>;
}>;

/**
 * What the actor can do with a pending Case Transfer referral that they see, and if not, why: as the use cases would answer now
 * (B6).
 * @param access with the facts of the same actor and moment.
 */
export function pendingTransferActions(
  actor: Actor,
  access: PendingTransferFacts,
  { now }: Moment,
): AllowedAction<PendingTransferAction>[] {
  return [
    { action: 'TRANSFER', refusal: refusalOf(() => requireTransfer(actor, access.case)) },
    { action: 'DECLINE', refusal: refusalOf(() => requireDeclinable(actor, access, now)) },
  ];
}

/** What an action that is allowed asks for. */
export function pendingTransferActionAsksFor(
  actor: Actor,
  action: PendingTransferAction,
): readonly AskedFor[] {
  return action === 'DECLINE' ? ['REASON', 'CONFIRMATION'] : caseActionAsksFor(actor, action);
}
