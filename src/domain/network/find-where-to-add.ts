import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { NotFound } from '../errors.ts';
import { requireMayManageStaff } from './may-manage-staff.ts';

/**
 * The organization that an account is to be added to.
 * @throws NotFound; NotAllowed unless the actor looks after its staff.
 */
export async function findWhereToAdd(
  transaction: Transaction,
  actor: Actor,
  organizationId: string,
): Promise<{ isEmploymentNovaScotia: boolean }> {
  const organization = await transaction.organization.findUnique({
    where: { id: organizationId },
    select: { isEmploymentNovaScotia: true },
  });
  if (organization === null) throw new NotFound();
  requireMayManageStaff(actor, organizationId);
  return organization;
}
