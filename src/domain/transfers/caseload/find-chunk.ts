import type { Reader } from '../../../platform/database.ts';
import { type Chunk, chunkSize } from './caseload-job.ts';
import type { CaseloadItem } from './settle-item.ts';

/** The cases of a chunk that are not done yet. Which cases a chunk has never changes, whatever becomes of them. */
export async function findChunk(
  database: Reader,
  { caseloadTransferId, after }: Chunk,
): Promise<CaseloadItem[]> {
  const items = await database.caseloadTransferItem.findMany({
    where: { caseloadTransferId, ...(after === null ? {} : { caseId: { gt: after } }) },
    orderBy: { caseId: 'asc' },
    take: chunkSize,
    select: { caseId: true, status: true },
  });
  return items
    .filter(({ status }) => status === 'PENDING')
    .map(({ caseId }) => ({ caseloadTransferId, caseId }));
}
