import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { whyIneligible } from '../organizations/eligibility.ts';
import { organizationsNamed } from '../organizations/organization-search.ts';
import { referralOrganizations } from '../organizations/referral-organizations.ts';
import { hasPrivilege } from '../privileges.ts';
import { OrganizationNotEligible } from '../referrals/organization-choice.ts';
import { CaseAlreadyTransferred } from './case-already-transferred.ts';

const toOwnOrganizationOnly = {
  EN: 'You complete transfers to your own organization; ask Employment Nova Scotia to transfer a case to another.',
  FR: 'Vous terminez les transferts à votre propre organisme; demandez à Emploi Nouvelle-Écosse de transférer un cas à un autre.',
};

/**
 * The organizations that the actor can transfer a case to: their own, or for the administrators of Employment Nova Scotia all
 * that can receive referrals on the day, but the one that manages it (D5, D12).
 * @param search words of a name; empty for all.
 */
export async function transferDestinations(
  actor: Actor,
  database: Reader,
  day: Date,
  { managedBy, search }: { managedBy: string; search: string },
): Promise<Prisma.OrganizationWhereInput> {
  if (!hasPrivilege(actor, 'transferAnyCase')) return { id: actor.organizationId };
  const named = await organizationsNamed(database, search);
  return { AND: [referralOrganizations(actor, day), named, { id: { not: managedBy } }] };
}

/**
 * Checks that an organization is among {@link transferDestinations}. That the actor's own can receive cases is for the access by
 * its referral to say.
 * @throws NotAllowed where only Employment Nova Scotia can transfer a case there; CaseAlreadyTransferred where the organization
 * manages the case; OrganizationNotEligible where it cannot receive cases on the day.
 */
export async function requireDestination(
  actor: Actor,
  database: Reader,
  { organizationId, managedBy }: { organizationId: string; managedBy: string },
  day: Date,
): Promise<void> {
  requireOtherOrganization(actor, { organizationId, managedBy });
  if (!hasPrivilege(actor, 'transferAnyCase')) return;
  const reasons = await whyIneligible(actor, database, organizationId, day);
  if (reasons.length > 0) throw new OrganizationNotEligible(reasons, 'TRANSFER');
}

/**
 * What of {@link requireDestination} needs no look at the organization.
 * @throws NotAllowed, CaseAlreadyTransferred.
 */
export function requireOtherOrganization(
  actor: Actor,
  { organizationId, managedBy }: { organizationId: string; managedBy: string },
): void {
  const own = organizationId === actor.organizationId;
  if (!own && !hasPrivilege(actor, 'transferAnyCase')) throw new NotAllowed(toOwnOrganizationOnly);
  if (organizationId === managedBy) throw new CaseAlreadyTransferred(own ? 'WITH_YOURS' : 'WITH_CHOSEN');
}
