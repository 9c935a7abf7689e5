import type { Case } from '../../generated/prisma/client.ts';
import type { CaseStatus } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { isTransferable } from '../cases/status.ts';
import type { Moment } from '../people/access.ts';
import { endAccess } from '../referrals/end-access.ts';
import { tellReceiverOfWithdrawal } from '../referrals/tell-receiver.ts';
import { openTransferReferrals } from './status-moves.ts';

/** How many open Case Transfer referrals could not be completed any more in a status. */
export async function countToWithdraw(
  transaction: Transaction,
  caseId: string,
  status: CaseStatus,
  moment: Moment,
): Promise<number> {
  if (isTransferable(status)) return 0;
  return await transaction.referralAccess.count({ where: { caseId, ...openTransferReferrals(moment) } });
}

/** Withdraws what can no longer be completed, as withdrawReferral does one by one (D3). */
export async function withdrawOpenTransfers(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { before, reason }: { before: Case; reason: string },
  { now }: Moment,
): Promise<void> {
  const which = { caseId: before.id, ...openTransferReferrals({ now }) };
  for (const ended of await endAccess(transaction, actor, which, { cause: 'WITHDRAWN', reason, at: now })) {
    await tellReceiverOfWithdrawal(transaction, platform, ended, actor.staffId);
  }
}
