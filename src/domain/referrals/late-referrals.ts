import type { Prisma, Referral } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { type Access, isCalledOff, notCalledOff } from '../correspondence/stop-sendings.ts';
import { administersNetwork } from '../privileges.ts';
import { visibleReferrals } from './access.ts';
import { checkPeriod } from './check-period.ts';

/** Within so many seconds of submit the email must be out (R20). */
export const serviceLevelSeconds = 15 * 60;

/** The referrals whose email should have gone out by now and has not (R20, B1); not those that were called off meanwhile (D3, D4). */
export function lateReferrals(now: Date): Prisma.ReferralWhereInput {
  const due = new Date(now.getTime() - serviceLevelSeconds * 1000);
  return { status: 'SUBMITTED', submittedAt: { lt: due }, ...notCalledOff };
}

/**
 * Of {@link lateReferrals} those that the actor's organization submitted, while it manages their cases; for Employment Nova
 * Scotia's administrators all.
 * @param period when they were submitted, from its first instant up to its last, not included; an end left out is open.
 * @throws InvalidInput as checkPeriod does.
 */
export function findLateReferrals(
  actor: Actor,
  { from, to, now }: { from: Date | null; to: Date | null; now: Date },
): Prisma.ReferralWhereInput {
  checkPeriod({ from, to });
  return {
    AND: [
      lateReferrals(now),
      visibleReferrals(actor),
      administersNetwork(actor) ? {} : { sendingOrganizationId: actor.organizationId },
      { submittedAt: { ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lt: to }) } },
    ],
  };
}

/**
 * How many seconds past its 15 minutes the email of a referral went out, or is by now where it has not; null where it was in
 * time or still can be, for a draft, and where it was called off before (R20, B1).
 */
export function secondsLate(
  { submittedAt, emailedAt, access }: Pick<Referral, 'submittedAt' | 'emailedAt'> & { access: Access },
  now: Date,
): number | null {
  if (submittedAt === null || (emailedAt === null && isCalledOff(access))) return null;
  const late = ((emailedAt ?? now).getTime() - submittedAt.getTime()) / 1000 - serviceLevelSeconds;
  return late > 0 ? late : null;
}
