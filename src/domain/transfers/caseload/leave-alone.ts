import type { Platform } from '../../../platform/platform.ts';
import { lockCase } from '../../cases/lock-case.ts';
import { CaseLeftAlone } from './case-refusals.ts';
import { type CaseloadItem, settleRefused } from './settle-item.ts';

/** For so long after it was asked for, a case that fails to be moved is tried again; in milliseconds. */
const patience = 60 * 60 * 1000;

/**
 * Gives up a case that has just failed to be moved, where that has been tried for an hour, so that one that can never be moved
 * does not keep everybody from being told of the others.
 */
export async function leaveAloneOnceOverdue(platform: Platform, item: CaseloadItem): Promise<void> {
  const now = platform.now();
  const overdue = {
    ...item,
    status: 'PENDING' as const,
    caseloadTransfer: { requestedAt: { lt: new Date(now.getTime() - patience) } },
  };
  // Before the lock is waited for, which may be what the move has failed of.
  if ((await platform.database.caseloadTransferItem.count({ where: overdue })) === 0) return;
  await platform.database.$transaction(async (transaction) => {
    await lockCase(transaction, item.caseId);
    const found = await transaction.caseloadTransferItem.findFirst({
      where: overdue,
      select: { caseloadTransfer: true, case: { select: { personId: true } } },
    });
    if (found === null) return;
    const { caseloadTransfer: caseload, case: before } = found;
    const { code } = new CaseLeftAlone();
    await settleRefused(transaction, item, { actor: null, caseload, before, code, now });
  });
}
