import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { typedSearch } from '../typed-search.ts';

/**
 * The organizations whose name has every word of a search somewhere, in any order, accents and case ignored.
 * @param search what the user typed; all organizations where it is empty.
 */
export async function organizationsNamed(
  database: Reader,
  search: string,
): Promise<Prisma.OrganizationWhereInput> {
  const typed = typedSearch(search);
  if (typed === '') return {};
  // A network has some hundreds of organizations, so none of this needs an index.
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Organization"
     WHERE NOT EXISTS (
       SELECT FROM regexp_split_to_table(search_text(${typed}), '\\s+') AS word
        WHERE position(word IN search_text(name)) = 0)`;
  return { id: { in: found.map(({ id }) => id) } };
}
