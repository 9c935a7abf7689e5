import type { AccessScope, ReferralType } from '../../generated/prisma/enums.ts';
import { summaryScope } from '../cases/access.ts';
import { addDays } from '../program-day.ts';

/**
 * After so many days access ends by itself, unless something has ended it sooner: by a Case Transfer referral that nobody
 * acts on, and by an informational one, which is over when there is nothing left to inform of (D8).
 */
export const daysUntilExpiry = { CASE_TRANSFER: 90, INFORMATIONAL_WITHIN: 365 };

/** What a referral lets the receiving organization see, and when that ends by itself. */
export type GivenAccess = { scope: AccessScope; expiresAt: Date };

/**
 * The access that submitting a referral of a type gives its receiver (R24 to R26).
 * @param now when it is submitted.
 * @returns null where it gives none.
 */
export function accessGiven(type: ReferralType, now: Date): GivenAccess | null {
  const given: Record<ReferralType, GivenAccess | null> = {
    CASE_TRANSFER: { scope: summaryScope, expiresAt: addDays(now, daysUntilExpiry.CASE_TRANSFER) },
    INFORMATIONAL_WITHIN: {
      scope: 'PERSON_RECORD',
      expiresAt: addDays(now, daysUntilExpiry.INFORMATIONAL_WITHIN),
    },
    INFORMATIONAL_OUTSIDE: null,
  };
  return given[type];
}
