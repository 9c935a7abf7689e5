import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';

/**
 * Who is told at the sending organization of what became of a referral: who submitted it, and the case manager while the
 * organization manages the case. Where neither is active there, its administrators; nobody once it is closed.
 * @returns their ids, the submitter's first.
 */
export async function senderContacts(
  database: Reader,
  referral: { caseId: string; sendingOrganizationId: string; submittedById: string },
): Promise<string[]> {
  const organizationId = referral.sendingOrganizationId;
  const concerned: Prisma.StaffWhereInput[] = [
    { id: referral.submittedById },
    { cases: { some: { id: referral.caseId, organizationId } } },
  ];
  const active = await database.staff.findMany({
    where: {
      organizationId,
      disabledAt: null,
      organization: { closedAt: null },
      OR: [...concerned, { roles: { has: 'ORGANIZATION_ADMINISTRATOR' } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, cases: { where: { id: referral.caseId }, select: { id: true } } },
  });
  const submitter = active.filter(({ id }) => id === referral.submittedById);
  const manager = active.filter(({ id, cases }) => id !== referral.submittedById && cases.length > 0);
  const first = [...submitter, ...manager];
  return (first.length > 0 ? first : active).map(({ id }) => id);
}
