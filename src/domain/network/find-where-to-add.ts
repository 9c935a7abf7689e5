import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { NotFound } from '../errors.ts';
import { requireMayManage } from './may-manage.ts';

/**
 * The organization that something is to be added to.
 * @throws NotFound; NotAllowed unless the actor looks after it.
 */
export async function findWhereToAdd(
  transaction: Transaction,
  actor: Actor,
  organizationId: string,
  own: 'manageOwnOrganization' | 'manageOwnStaff',
): Promise<{ isEmploymentNovaScotia: boolean }> {
  const organization = await transaction.organization.findUnique({
    where: { id: organizationId },
    select: { isEmploymentNovaScotia: true },
  });
  if (organization === null) throw new NotFound();
  requireMayManage(actor, organizationId, own);
  return organization;
}
