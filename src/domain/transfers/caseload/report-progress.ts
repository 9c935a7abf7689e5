import { publish } from '../../../platform/live/live-event.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { tellOfCaseload } from './tell-of-caseload.ts';

/**
 * Tells open subscriptions that more cases of a caseload transfer are done. Where they all are, it is finished, once, and everyone
 * concerned gets their one digest (B9).
 */
export async function reportProgress(platform: Platform, caseloadTransferId: string): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    // Of two that come at once the second waits here, and then finds it finished.
    const { count } = await transaction.caseloadTransfer.updateMany({
      where: { id: caseloadTransferId, finishedAt: null, items: { none: { status: 'PENDING' } } },
      data: { finishedAt: platform.now() },
    });
    if (count > 0) {
      await tellOfCaseload(transaction, platform, caseloadTransferId);
      await recordAudit(transaction, null, {
        action: 'caseloadTransfer.finish',
        entityType: 'CaseloadTransfer',
        entityId: caseloadTransferId,
      });
    }
    await publish(transaction, { topic: 'caseloadTransfer', caseloadTransferId });
  });
}
