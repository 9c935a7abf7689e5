import type { Prisma } from '../../generated/prisma/client.ts';
import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { managedCases } from '../cases/access.ts';
import { NotFound } from '../errors.ts';
import { referralOrganizations } from '../organizations/referral-organizations.ts';

/**
 * The organizations that a referral of a case can be sent to on a day (R5, R6): none from the list for a type whose
 * organization is typed.
 * @param wanted.search part of a name; none for all.
 * @throws NotFound where the actor's organization does not manage the case.
 */
export async function findReferralOrganizations(
  actor: Actor,
  database: Reader,
  day: Date,
  wanted: { caseId: string; type: ReferralType; search?: string | null | undefined },
): Promise<Prisma.OrganizationWhereInput> {
  const managed = await database.case.count({ where: { id: wanted.caseId, ...managedCases(actor) } });
  if (managed === 0) throw new NotFound();
  return wanted.type === 'INFORMATIONAL_OUTSIDE'
    ? { id: { in: [] } }
    : referralOrganizations(actor, day, wanted.search ?? '');
}
