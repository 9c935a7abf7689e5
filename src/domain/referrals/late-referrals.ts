import type { Prisma } from '../../generated/prisma/client.ts';

/** Within so many seconds of submit the email must be out (R20). */
export const serviceLevelSeconds = 15 * 60;

/** The referrals whose email should have gone out by now and has not (R20, B1). */
export function lateReferrals(now: Date): Prisma.ReferralWhereInput {
  return { status: 'SUBMITTED', submittedAt: { lt: new Date(now.getTime() - serviceLevelSeconds * 1000) } };
}
