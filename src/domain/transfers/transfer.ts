import type { Case } from '../../generated/prisma/client.ts';

/** Where a case goes, who takes it over there, and on what ground. */
export type Transfer = {
  /** The case as it is before. Its row is locked, and all that can be refused has been checked. */
  before: Case;
  to: {
    organizationId: string;
    officeId: string;
    caseManagerId: string;
    agreementId: string;
    serviceDeliveryLocationId: string | null;
  };
  /** The Case Transfer referral it completes, or the reason that Employment Nova Scotia gives (D5). */
  ground: { accessId: string; referralId: string } | { reason: string };
  /** `DIGEST` leaves the tasks of both case managers and of the senders to the caller, who tells each of all cases at once (B9). */
  tell: 'EACH' | 'DIGEST';
  now: Date;
};
