import type { Prisma } from '../../generated/prisma/client.ts';

/** An agreement that is active on a day; its first and last day count. */
export function activeAgreement(day: Date): Prisma.AgreementWhereInput {
  return { startsOn: { lte: day }, endsOn: { gte: day } };
}

/**
 * The organizations that referrals can be sent to on a day (R6): open, with one agreement that is active, has an ECM
 * program enabled and client tracking enabled.
 */
export function eligibleForReferrals(day: Date): Prisma.OrganizationWhereInput {
  return {
    closedAt: null,
    agreements: {
      some: { ...activeAgreement(day), clientTracking: true, programs: { some: { program: { ecm: true } } } },
    },
  };
}
