import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { eligibleForReferrals } from './eligibility.ts';

/** The organizations offered for a referral: those eligible on the day, without the actor's own (R6). */
export function referralOrganizations(actor: Actor, day: Date): Prisma.OrganizationWhereInput {
  return { ...eligibleForReferrals(day), id: { not: actor.organizationId } };
}
