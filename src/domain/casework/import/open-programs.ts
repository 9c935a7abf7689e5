import type { Reader } from '../../../platform/database.ts';

/** Of which programs the clients of a file have open cases, by the reference that a client is known by. */
export type OpenPrograms = {
  /** Notes another one. @returns false where the client has an open case of the program already. */
  add(client: string, programId: string): boolean;
};

/** Begins with what those have who were imported before. */
export async function openPrograms(
  database: Reader,
  organizationId: string,
  imported: ReadonlyMap<string, string>,
): Promise<OpenPrograms> {
  const cases = await database.case.findMany({
    where: {
      organizationId,
      status: { not: 'CLOSED' },
      person: { importedCases: { some: { organizationId } } },
    },
    select: { personId: true, programId: true },
  });
  // A client with several references is one.
  const key = (client: string) => imported.get(client) ?? `of ${client}`;
  const open = new Set(cases.map(({ personId, programId }) => `${personId} ${programId}`));
  return {
    add(client, programId) {
      const pair = `${key(client)} ${programId}`;
      if (open.has(pair)) return false;
      open.add(pair);
      return true;
    },
  };
}
