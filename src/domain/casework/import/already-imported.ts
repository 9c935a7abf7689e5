import type { Reader } from '../../../platform/database.ts';

/** Whose case each of an organization's references became, of those that were imported before: the client's id by reference. */
export async function alreadyImported(
  database: Reader,
  organizationId: string,
  references?: string[],
): Promise<Map<string, string>> {
  const rows = await database.importedCase.findMany({
    where: { organizationId, ...(references === undefined ? {} : { reference: { in: references } }) },
    select: { reference: true, personId: true },
  });
  return new Map(rows.map(({ reference, personId }) => [reference, personId]));
}
