import type { Transaction } from '../../platform/database.ts';

/** What has names that must differ by more than accents and case. */
type Named =
  | { table: 'Organization' }
  | { table: 'Office' | 'ServiceDeliveryLocation'; organizationId: string };

/**
 * Whether another record has a name already, accents and case apart: among organizations in the network, among offices and
 * locations in their organization. The caller holds the network's lock.
 * @param except the id of the record that is to have it.
 */
export async function isNameTaken(
  transaction: Transaction,
  named: Named,
  name: string | undefined,
  except: string | null = null,
): Promise<boolean> {
  if (name === undefined) return false;
  const [found] = await same(transaction, named, name, except);
  return found !== undefined;
}

async function same(transaction: Transaction, named: Named, name: string, except: string | null) {
  if (named.table === 'Organization') {
    return await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Organization"
       WHERE search_text(name) = search_text(${name}) AND id IS DISTINCT FROM ${except}::uuid`;
  }
  if (named.table === 'Office') {
    return await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Office"
       WHERE "organizationId" = ${named.organizationId}::uuid
         AND search_text(name) = search_text(${name}) AND id IS DISTINCT FROM ${except}::uuid`;
  }
  return await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM "ServiceDeliveryLocation"
     WHERE "organizationId" = ${named.organizationId}::uuid
       AND search_text(name) = search_text(${name}) AND id IS DISTINCT FROM ${except}::uuid`;
}
