import type { Case, CaseloadTransfer } from '../../../generated/prisma/client.ts';
import type { Transaction } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Actor, findActor } from '../../actor.ts';
import { eventualRefusalOf } from '../../allowance.ts';
import { lockCase } from '../../cases/lock-case.ts';
import { InvalidInput, NotAllowed, type Refusal } from '../../errors.ts';
import { programDay } from '../../program-day.ts';
import { completeTransfer } from '../complete-transfer.ts';
import { ChoicesNoLongerOffered, RequesterNoLongerAllowed } from './case-refusals.ts';
import { requireMayHandOver } from './caseload.ts';
import { checkCase } from './check-case.ts';
import { checkDestination } from './check-destination.ts';
import { reassignCase } from './reassign-case.ts';
import { type CaseloadItem, settleMoved, settleRefused } from './settle-item.ts';

/**
 * Moves one case of a caseload transfer, or puts on record why it is not moved, in a transaction of its own that has the case
 * locked (B9). Everything is checked as the case then is. One that is done already is left alone, so it may run twice, also at
 * once.
 */
export async function moveCase(platform: Platform, item: CaseloadItem): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    await lockCase(transaction, item.caseId);
    const found = await transaction.caseloadTransferItem.findUnique({
      where: { caseloadTransferId_caseId: item },
      select: { status: true, case: true, caseloadTransfer: true },
    });
    if (found?.status !== 'PENDING') return;
    const { case: before, caseloadTransfer: caseload } = found;
    const now = platform.now();
    const actor = await findActor(transaction, { id: caseload.requestedById });
    const refusal = await refusalOfMove(
      transaction,
      actor,
      { caseload, before },
      programDay(now, platform.timeZone),
    );
    if (actor === null || refusal !== null) {
      const { code } = refusal ?? new RequesterNoLongerAllowed();
      await settleRefused(transaction, item, { actor, caseload, before, code, now });
    } else {
      const transferId = await move(transaction, platform, actor, { caseload, before, now });
      await settleMoved(transaction, item, { transferId, now });
    }
  });
}

type Moving = { caseload: CaseloadTransfer; before: Case };

/** What refuses the case as it now is; null where it can go. */
async function refusalOfMove(
  transaction: Transaction,
  actor: Actor | null,
  { caseload, before }: Moving,
  day: Date,
): Promise<Refusal | null> {
  if (actor === null) return new RequesterNoLongerAllowed();
  const refusal = await eventualRefusalOf(async () => {
    requireMayHandOver(actor, caseload);
    checkCase(caseload, before);
    await checkDestination(transaction, actor, caseload, day);
  });
  if (refusal instanceof NotAllowed) return new RequesterNoLongerAllowed();
  return refusal instanceof InvalidInput ? new ChoicesNoLongerOffered() : refusal;
}

/** @returns the id of the receipt; null inside an organization, where there is none. */
async function move(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { caseload, before, now }: Moving & { now: Date },
): Promise<string | null> {
  const { toOrganizationId, toOfficeId, toCaseManagerId, toAgreementId, reason } = caseload;
  if (toAgreementId === null || reason === null) {
    await reassignCase(transaction, actor, { before, caseload, now });
    return null;
  }
  const to = {
    organizationId: toOrganizationId,
    officeId: toOfficeId,
    caseManagerId: toCaseManagerId,
    agreementId: toAgreementId,
    serviceDeliveryLocationId: caseload.toServiceDeliveryLocationId,
  };
  const transfer = { before, to, ground: { reason }, tell: 'DIGEST' as const, now };
  return (await completeTransfer(transaction, platform, actor, transfer)).transferId;
}
