import type { Transaction } from '../../platform/database.ts';
import { keepStaffMember } from '../organizations/lock-staff.ts';
import { caseManagerChoices } from './transfer-choices.ts';

/**
 * Whether somebody can be the case manager of an organization's cases (R29). While the transaction lasts, that stays so: who is
 * about to disable them, or to take the role from them, waits, and then finds the case.
 */
export async function isAssignable(
  transaction: Transaction,
  organizationId: string,
  staffId: string,
): Promise<boolean> {
  await keepStaffMember(transaction, staffId);
  const where = { id: staffId, organization: { closedAt: null }, AND: [caseManagerChoices(organizationId)] };
  return (await transaction.staff.count({ where })) > 0;
}
