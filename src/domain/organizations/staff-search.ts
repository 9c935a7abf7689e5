import type { Prisma, StaffRole } from '../../generated/prisma/client.ts';
import { typedSearch, withoutWildcards } from '../typed-search.ts';

/** Which staff members are wanted; what is left out does not matter. */
export type StaffFilter = {
  search?: string | null | undefined;
  role?: StaffRole | null | undefined;
  disabled?: boolean | null | undefined;
};

/** Staff members whose name or user name has every word of a search somewhere, case ignored, and who are as the filter says. */
export function staffNamed({ search, role, disabled }: StaffFilter): Prisma.StaffWhereInput[] {
  const words = typedSearch(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const holding = (contains: string) => ({ contains, mode: 'insensitive' as const });
  const conditions = words.map(withoutWildcards).map(
    (word): Prisma.StaffWhereInput => ({
      OR: [{ givenName: holding(word) }, { familyName: holding(word) }, { username: holding(word) }],
    }),
  );
  if (role) conditions.push({ roles: { has: role } });
  if (typeof disabled === 'boolean') conditions.push({ disabledAt: disabled ? { not: null } : null });
  return conditions;
}
