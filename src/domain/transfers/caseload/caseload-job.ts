import { z } from 'zod';
import type { Transaction } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { JobKind } from '../../../platform/queue.ts';

/** The cases that one job works off: those of a caseload transfer that follow an id, as many as a chunk has. */
export type Chunk = {
  caseloadTransferId: string;
  /** The id of the case before the first; null from the beginning. */
  after: string | null;
};

/** The job that moves a chunk of a caseload's cases, one by one (B9). */
export const transferCaseloadChunk: JobKind<Chunk> = {
  name: 'transfer-caseload',
  payload: z.strictObject({ caseloadTransferId: z.uuid(), after: z.uuid().nullable() }),
};

/** About a second's work, so that progress is seen, other caseloads get their turn, and a process that stops soon can. */
export const chunkSize = 50;

/** Puts a job for each chunk in the queue, as part of the transaction that begins the caseload transfer. */
export async function enqueueChunks(
  transaction: Transaction,
  { queue }: Platform,
  caseloadTransferId: string,
  caseIdsInOrder: readonly string[],
): Promise<void> {
  for (let first = 0; first < caseIdsInOrder.length; first += chunkSize) {
    const after = caseIdsInOrder[first - 1] ?? null;
    await queue.enqueue(transaction, transferCaseloadChunk, { caseloadTransferId, after });
  }
}
