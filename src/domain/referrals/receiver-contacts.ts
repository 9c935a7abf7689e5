import type { Reader } from '../../platform/database.ts';

/**
 * Who is told at an organization of a referral to it: its active administrators; where it has none, its active case managers.
 * Nobody once it is closed.
 * @returns their ids.
 */
export async function receiverContacts(database: Reader, organizationId: string): Promise<string[]> {
  for (const role of ['ORGANIZATION_ADMINISTRATOR', 'CASE_MANAGER'] as const) {
    const staff = await database.staff.findMany({
      where: { organizationId, roles: { has: role }, disabledAt: null, organization: { closedAt: null } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    if (staff.length > 0) return staff.map(({ id }) => id);
  }
  return [];
}
