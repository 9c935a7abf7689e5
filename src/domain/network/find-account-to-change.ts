import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { NotFound } from '../errors.ts';
import { ownRecords } from '../organizations/access.ts';
import { lockStaffMember } from '../organizations/lock-staff.ts';
import { requireMayGive } from './may-give-roles.ts';
import { requireMayManage } from './may-manage.ts';

/** An account as it is kept, and where it is. */
export type KnownAccount = Prisma.StaffGetPayload<{
  include: { organization: { select: { isEmploymentNovaScotia: true } } };
}>;

/**
 * Finds the account that the actor wants to change, and keeps others from changing it or giving it a case until the transaction
 * ends. The caller holds the network's lock.
 * @param kind whether it is a person's account or a program's: each is changed by its own mutation.
 * @throws NotFound; NotAllowed unless the actor looks after the staff of its organization, and may give the roles that it has.
 */
export async function findAccountToChange(
  transaction: Transaction,
  actor: Actor,
  { id, kind }: { id: string; kind: 'person' | 'service' },
): Promise<KnownAccount> {
  await lockStaffMember(transaction, id);
  const isService: Prisma.StaffWhereInput = { roles: { has: 'INTEGRATION' } };
  const found = await transaction.staff.findFirst({
    where: { id, ...ownRecords(actor), ...(kind === 'service' ? isService : { NOT: isService }) },
    include: { organization: { select: { isEmploymentNovaScotia: true } } },
  });
  if (found === null) throw new NotFound();
  requireMayManage(actor, found.organizationId, 'manageOwnStaff');
  requireMayGive(actor, found.roles, found.organization.isEmploymentNovaScotia);
  return found;
}
