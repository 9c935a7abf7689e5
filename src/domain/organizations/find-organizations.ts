import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { organizationsNamed } from './organization-search.ts';
import { referralOrganizations } from './referral-organizations.ts';

/** Which organizations are wanted; what is left out does not matter. */
export type OrganizationFilter = {
  /** Whether the actor can refer to them on the day (R6). */
  eligible?: boolean | null | undefined;
  closed?: boolean | null | undefined;
};

/** The organizations of the network, which all its people know, by name and filter. */
export async function findOrganizations(
  actor: Actor,
  database: Reader,
  day: Date,
  { search, eligible, closed }: OrganizationFilter & { search?: string | null | undefined },
): Promise<Prisma.OrganizationWhereInput> {
  const offered = referralOrganizations(actor, day);
  const conditions: Prisma.OrganizationWhereInput[] = [await organizationsNamed(database, search ?? '')];
  if (typeof eligible === 'boolean') conditions.push(eligible ? offered : { NOT: offered });
  if (typeof closed === 'boolean') conditions.push({ closedAt: closed ? { not: null } : null });
  return { AND: conditions };
}
