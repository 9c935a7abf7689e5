import type { Transaction } from '../../platform/database.ts';

/**
 * Makes this transaction the only one that acts on a case until it ends, so that submitting, closing and transferring
 * the same case happen one after the other (D9). A case that does not exist locks nothing.
 */
export async function lockCase(transaction: Transaction, caseId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Case" WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`;
}
