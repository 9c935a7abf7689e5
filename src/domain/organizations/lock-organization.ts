import type { Transaction } from '../../platform/database.ts';

/**
 * Makes this transaction the only one that changes the organizations of the network, and what they have, until it ends: so names
 * and numbers that are unused stay so.
 */
export async function lockNetwork(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('network', 0))::text`;
}

/** Waits for whoever is putting a case under the organization, and keeps others from it until the transaction ends. */
export async function lockOrganization(transaction: Transaction, organizationId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM "Organization" WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Keeps an organization as it is, open or closed and with its agreements, until the transaction ends: for those who put a case
 * under it. They do not wait for one another.
 */
export async function keepOrganization(transaction: Transaction, organizationId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Organization" WHERE id = ${organizationId}::uuid FOR SHARE`;
}
