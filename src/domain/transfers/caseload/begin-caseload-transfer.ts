import type { Transaction } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Actor } from '../../actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Caseload } from './caseload.ts';
import { enqueueChunks } from './caseload-job.ts';

/**
 * Puts a caseload transfer on record with all its cases and the jobs that work them off, in the caller's transaction (B9).
 * @param caseIdsInOrder in ascending order.
 * @returns its id.
 */
export async function beginCaseloadTransfer(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { caseload, caseIdsInOrder }: { caseload: Caseload; caseIdsInOrder: readonly string[] },
): Promise<string> {
  const { id } = await transaction.caseloadTransfer.create({
    data: { ...caseload, requestedById: actor.staffId, requestedAt: platform.now() },
    select: { id: true },
  });
  await transaction.caseloadTransferItem.createMany({
    data: caseIdsInOrder.map((caseId) => ({ caseloadTransferId: id, caseId })),
  });
  await enqueueChunks(transaction, platform, id, caseIdsInOrder);
  await recordAudit(transaction, actor, {
    action: 'caseloadTransfer.begin',
    entityType: 'CaseloadTransfer',
    entityId: id,
    details: caseload.reason === null ? [] : ['reason'],
  });
  return id;
}

/**
 * Makes this transaction the only one that begins a transfer of a case manager's caseload until it ends, so that of a double
 * click the second sees what the first began (D9).
 */
export async function lockCaseManager(transaction: Transaction, staffId: string): Promise<void> {
  // Not their row, which whoever gives them a case at the same time has.
  await transaction.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`caseload of ${staffId}`}, 0))::text`;
}

/**
 * The caseload transfer under way that the actor has asked for in the same words, where it has all of these cases.
 * @returns its id; null where there is none.
 */
export async function findSameUnderWay(
  transaction: Transaction,
  actor: Actor,
  { caseload, caseIds }: { caseload: Caseload; caseIds: readonly string[] },
): Promise<string | null> {
  const underWay = await transaction.caseloadTransfer.findFirst({
    where: { ...caseload, requestedById: actor.staffId, finishedAt: null },
    orderBy: { requestedAt: 'desc' },
    select: { id: true },
  });
  if (underWay === null) return null;
  const distinct = [...new Set(caseIds)];
  const known = await transaction.caseloadTransferItem.count({
    where: { caseloadTransferId: underWay.id, caseId: { in: distinct } },
  });
  return known === distinct.length ? underWay.id : null;
}
