import type { Chunk } from '../domain/transfers/caseload/caseload-job.ts';
import { findChunk } from '../domain/transfers/caseload/find-chunk.ts';
import { leaveAloneOnceOverdue } from '../domain/transfers/caseload/leave-alone.ts';
import { moveCase } from '../domain/transfers/caseload/move-case.ts';
import { reportProgress } from '../domain/transfers/caseload/report-progress.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Moves a chunk of a caseload's cases, each in a transaction of its own, and tells how far it has come (B9). One that fails holds
 * no other up. May run twice, also at once: what is done is left alone.
 * @throws the first failure, once all others are done, so that the queue tries again.
 */
export async function transferCaseload(platform: Platform, chunk: Chunk): Promise<void> {
  const failures: unknown[] = [];
  for (const item of await findChunk(platform.database, chunk)) {
    await moveCase(platform, item).catch(async (failure: unknown) => {
      failures.push(failure);
      await leaveAloneOnceOverdue(platform, item).catch((another: unknown) => failures.push(another));
    });
  }
  await reportProgress(platform, chunk.caseloadTransferId);
  if (failures.length > 0) throw failures[0];
}
