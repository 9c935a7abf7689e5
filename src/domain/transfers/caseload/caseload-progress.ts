import type { Reader } from '../../../platform/database.ts';

/** How many cases of a caseload transfer are how far; the three make up the total. */
export type CaseloadProgress = { total: number; moved: number; refused: number; pending: number };

/**
 * How far caseload transfers have come, all counted at one instant.
 * @returns by id.
 */
export async function findCaseloadProgress(
  database: Reader,
  ids: readonly string[],
): Promise<Map<string, CaseloadProgress>> {
  const groups = await database.caseloadTransferItem.groupBy({
    by: ['caseloadTransferId', 'status'],
    where: { caseloadTransferId: { in: [...new Set(ids)] } },
    _count: true,
  });
  return new Map(
    ids.map((id) => {
      const count = (status: 'MOVED' | 'REFUSED' | 'PENDING') =>
        groups.find((group) => group.caseloadTransferId === id && group.status === status)?._count ?? 0;
      const [moved, refused, pending] = [count('MOVED'), count('REFUSED'), count('PENDING')];
      return [id, { total: moved + refused + pending, moved, refused, pending }];
    }),
  );
}
