import { decodeGlobalId } from '../../src/graphql/global-ids.ts';
import type { Reader } from '../../src/platform/database.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The organization of a name, or of an id, plain or as the API gives it.
 * @throws where there is none, or it is closed.
 */
export async function findOrganization(
  database: Reader,
  named: string,
): Promise<{ id: string; name: string }> {
  const decoded = decodeGlobalId(named);
  const id = decoded?.typename === 'Organization' ? decoded.id : named;
  const found = await database.organization.findFirst({
    where: uuid.test(id) ? { id } : { name: { equals: named.trim(), mode: 'insensitive' } },
    select: { id: true, name: true, closedAt: true },
  });
  if (found === null) throw new Error('There is no organization of this name or id.');
  if (found.closedAt !== null) throw new Error(`${found.name} is closed.`);
  return found;
}
