import type { Prisma } from '../../generated/prisma/client.ts';
import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { managedCases } from '../cases/access.ts';
import { NotFound } from '../errors.ts';
import { organizationsNamed } from '../organizations/organization-search.ts';
import { referralOrganizations } from '../organizations/referral-organizations.ts';

/** For which referral an organization is to be chosen. */
export type WantedOrganizations = {
  caseId: string;
  type: ReferralType;
  /** Parts of a name; none for all. */
  search?: string | null | undefined;
};

/**
 * The organizations that a referral of a case can be sent to on a day (R5, R6): none from the list for a type whose
 * organization is typed.
 * @throws NotFound where the actor's organization does not manage the case.
 */
export async function findReferralOrganizations(
  actor: Actor,
  database: Reader,
  day: Date,
  wanted: WantedOrganizations,
): Promise<Prisma.OrganizationWhereInput> {
  return { AND: [await findOrganizationChoices(actor, database, wanted), referralOrganizations(actor, day)] };
}

/**
 * All organizations of the network, whether a referral of a case can be sent to them or not: what there is to choose from for
 * those who want to know why one is not offered (B6). None for a type whose organization is typed.
 * @throws NotFound where the actor's organization does not manage the case.
 */
export async function findOrganizationChoices(
  actor: Actor,
  database: Reader,
  { caseId, type, search }: WantedOrganizations,
): Promise<Prisma.OrganizationWhereInput> {
  const managed = await database.case.count({ where: { id: caseId, ...managedCases(actor) } });
  if (managed === 0) throw new NotFound();
  if (type === 'INFORMATIONAL_OUTSIDE') return { id: { in: [] } };
  return await organizationsNamed(database, search ?? '');
}
