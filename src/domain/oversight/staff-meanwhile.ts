import type { Staff, StaffVersion } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Relation } from '../access-table.ts';
import { hasPrivilege } from '../privileges.ts';

/** In which relation to a case the people of an organization stood, and when. */
type Sight = { organizationId: string; relation: Relation; from: Date; until: Date };

/**
 * Adds to each sight whose accounts let them have it at some time of it, by the roles and scopes that they had then (B10), in order
 * of their names.
 */
export async function withStaff<T extends Sight>(
  database: Reader,
  sights: readonly T[],
): Promise<(T & { staff: Staff[] })[]> {
  const there = { organizationId: { in: [...new Set(sights.map(({ organizationId }) => organizationId))] } };
  const versions = await database.staffVersion.findMany({ where: there });
  const staff = await database.staff.findMany({
    where: { id: { in: [...new Set(versions.map(({ staffId }) => staffId))] } },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  });
  const ens = await database.organization.findMany({
    where: { isEmploymentNovaScotia: true },
    select: { id: true },
  });
  const ensIds = ens.map(({ id }) => id);
  return sights.map((sight) => {
    const able = versions.filter((version) => couldHave(sight, version, ensIds));
    const ids = new Set(able.map(({ staffId }) => staffId));
    return { ...sight, staff: staff.filter(({ id }) => ids.has(id)) };
  });
}

/**
 * Whether an account as it was for a while let somebody have a sight in that while: it was an account there, not disabled, and had the
 * privilege for it. The relation of the network's administrators is that of whoever administers the network alone.
 * @param ens the organizations that are Employment Nova Scotia, where some roles give more.
 */
function couldHave(
  { organizationId, relation, from, until }: Sight,
  version: StaffVersion,
  ens: readonly string[],
): boolean {
  const { active, validFrom, validUntil } = version;
  const meanwhile = validFrom < until && (validUntil === null || validUntil > from);
  const privilege = relation === 'NETWORK_ADMINISTRATOR' ? 'manageNetwork' : 'seeCases';
  const holder = { ...version, atEmploymentNovaScotia: ens.includes(organizationId) };
  return version.organizationId === organizationId && meanwhile && active && hasPrivilege(holder, privilege);
}
