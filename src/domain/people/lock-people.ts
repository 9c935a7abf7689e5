import type { Transaction } from '../../platform/database.ts';

/**
 * Makes this transaction the only one that adds clients to an organization, or gives them numbers, until it ends: of two that
 * enter the same client at once, the second finds the first one's.
 */
export async function lockPeopleOf(transaction: Transaction, organizationId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('people of ' || ${organizationId}::text, 0))::text`;
}

/**
 * Makes this transaction the only one that changes a client's record or opens a case for the client until it ends. A client
 * that does not exist locks nothing.
 */
export async function lockPerson(transaction: Transaction, personId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
}
