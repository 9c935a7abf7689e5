import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { managedCases, wholeCases } from '../cases/access.ts';

/** The referrals the actor sees: those of cases they see whole; a receiver sees the person and the summary, not the referral itself. */
export function visibleReferrals(actor: Actor): Prisma.ReferralWhereInput {
  return { case: wholeCases(actor) };
}

/** The referrals the actor's organization can work on: those of cases it manages. */
export function managedReferrals(actor: Actor): Prisma.ReferralWhereInput {
  return { case: managedCases(actor) };
}
