import type { AccessScope, ReferralType } from '../../generated/prisma/enums.ts';
import { summaryScope } from '../cases/access.ts';
import { addDays } from '../program-day.ts';

/** After so many days access by a Case Transfer referral that nobody acts on ends by itself (D8). */
export const daysUntilExpiry = 90;

/** What a referral lets the receiving organization see, and when that ends by itself: null where something else has to end it. */
export type GivenAccess = { scope: AccessScope; expiresAt: Date | null };

/**
 * The access that submitting a referral of a type gives its receiver (R24 to R26).
 * @param now when it is submitted.
 * @returns null where it gives none.
 */
export function accessGiven(type: ReferralType, now: Date): GivenAccess | null {
  const given: Record<ReferralType, GivenAccess | null> = {
    CASE_TRANSFER: { scope: summaryScope, expiresAt: addDays(now, daysUntilExpiry) },
    INFORMATIONAL_WITHIN: { scope: 'PERSON_RECORD', expiresAt: null },
    INFORMATIONAL_OUTSIDE: null,
  };
  return given[type];
}
