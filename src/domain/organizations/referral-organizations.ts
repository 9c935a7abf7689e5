import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { typedSearch, withoutWildcards } from '../typed-search.ts';
import { eligibleForReferrals } from './eligibility.ts';

/**
 * The organizations offered for a referral: those eligible on the day, without the actor's own (R6).
 * @param search part of a name, in any case; empty for all.
 */
export function referralOrganizations(actor: Actor, day: Date, search = ''): Prisma.OrganizationWhereInput {
  const part = withoutWildcards(typedSearch(search));
  return {
    ...eligibleForReferrals(day),
    id: { not: actor.organizationId },
    ...(part === '' ? {} : { name: { contains: part, mode: 'insensitive' } }),
  };
}
