import type { Prisma } from '../../generated/prisma/client.ts';
import { type Actor, administersNetwork } from '../actor.ts';
import { eligibleForReferrals } from '../organizations/eligibility.ts';

/** When and on which day access is judged. */
export type Moment = { now: Date; day: Date };

/** Access that has not run out by then (D8). */
export function notRunOut(now: Date): Prisma.ReferralAccessWhereInput {
  return { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
}

/**
 * Access that a referral gave to the actor's organization and that is in force: begun, not ended, not run out (D8), and
 * the organization still eligible (D12).
 */
export function accessInForce(actor: Actor, { now, day }: Moment): Prisma.ReferralAccessWhereInput {
  return {
    organizationId: actor.organizationId,
    beganAt: { lte: now },
    endedAt: null,
    ...notRunOut(now),
    organization: eligibleForReferrals(day),
  };
}

/**
 * The people whose record the actor may see: clients of cases their organization manages, and those a referral brought
 * into its context (R24, R26). Employment Nova Scotia's administrators see all.
 */
export function visiblePeople(actor: Actor, moment: Moment): Prisma.PersonWhereInput {
  if (administersNetwork(actor)) return {};
  return peopleReached({ organizationId: actor.organizationId }, accessInForce(actor, moment));
}

/**
 * Of the people in the actor's {@link visiblePeople} the client of one case, where it is by that case that the actor's
 * organization sees the record: it manages it, or a referral of it gives access.
 */
export function visiblePeopleByCase(actor: Actor, moment: Moment, caseId: string): Prisma.PersonWhereInput {
  return peopleReached(
    { organizationId: actor.organizationId, id: caseId },
    { ...accessInForce(actor, moment), caseId },
  );
}

function peopleReached(
  managed: Prisma.CaseWhereInput,
  given: Prisma.ReferralAccessWhereInput,
): Prisma.PersonWhereInput {
  return { OR: [{ cases: { some: managed } }, { accesses: { some: given } }] };
}
