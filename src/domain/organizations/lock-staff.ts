import type { Transaction } from '../../platform/database.ts';

/**
 * Waits for whoever is giving this staff member a case, and keeps others from it until the transaction ends: for those who change
 * what the member may do.
 */
export async function lockStaffMember(transaction: Transaction, staffId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Staff" WHERE id = ${staffId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Keeps a staff member as they are, active or not and with their roles, until the transaction ends: for those who give them a case.
 * They do not wait for one another.
 */
export async function keepStaffMember(transaction: Transaction, staffId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Staff" WHERE id = ${staffId}::uuid FOR SHARE`;
}
