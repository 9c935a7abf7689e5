import type { Case, CaseloadTransferItem } from '../../../generated/prisma/client.ts';
import type { Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { type Caseload, staysInside } from './caseload.ts';

/** One case of a caseload transfer. */
export type CaseloadItem = Pick<CaseloadTransferItem, 'caseloadTransferId' | 'caseId'>;

/** Writes down that a case has been moved, with its receipt where there is one. */
export async function settleMoved(
  transaction: Transaction,
  item: CaseloadItem,
  { transferId, now }: { transferId: string | null; now: Date },
): Promise<void> {
  await transaction.caseloadTransferItem.update({
    where: { caseloadTransferId_caseId: item, status: 'PENDING' },
    data: { status: 'MOVED', transferId, doneAt: now },
  });
}

/**
 * Writes down that a case is not moved, and why, also in the audit trail (D14).
 * @param refused.actor who asked for it; null where they are no longer active.
 */
export async function settleRefused(
  transaction: Transaction,
  item: CaseloadItem,
  refused: {
    actor: Actor | null;
    caseload: Caseload;
    before: Pick<Case, 'personId'>;
    code: string;
    now: Date;
  },
): Promise<void> {
  const { actor, caseload, before, code, now } = refused;
  await transaction.caseloadTransferItem.update({
    where: { caseloadTransferId_caseId: item, status: 'PENDING' },
    data: { status: 'REFUSED', refusalCode: code, doneAt: now },
  });
  await recordAudit(transaction, actor, {
    action: staysInside(caseload) ? 'case.reassign' : 'case.transfer',
    outcome: 'REFUSED',
    entityType: 'Case',
    entityId: item.caseId,
    caseId: item.caseId,
    personId: before.personId,
    details: [code],
  });
}
