import type { Case } from '../../generated/prisma/client.ts';
import type { HomepageTaskType } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { closeTasks } from '../homepage/close-tasks.ts';
import { deleteDrafts } from '../referrals/delete-drafts.ts';

/** Tasks that ask for something to be done with a case one manages. Those that only tell of the past are not among them. */
export const workOnCase = [
  'CASE_ASSIGNED',
  'CASE_RECEIVED',
  'DELIVERY_FAILED',
  'REFERRAL_DECLINED',
  'REFERRAL_EXPIRED',
  'TRANSFER_STALE',
] as const satisfies HomepageTaskType[];

/**
 * Takes from the organization that loses a case what it can no longer work on: its drafts are deleted, each on record, and its
 * open tasks that ask for something to be done with the case are completed, by nobody (D6).
 */
export async function clearPreviousWork(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { before, now }: { before: Case; now: Date },
): Promise<void> {
  const { id: caseId, organizationId } = before;
  const drafts = await deleteDrafts(transaction, platform, { caseId, sendingOrganizationId: organizationId });
  await recordAudit(
    transaction,
    actor,
    ...drafts.map((id) => ({
      action: 'referral.deleteAtTransfer',
      entityType: 'Referral' as const,
      entityId: id,
      caseId,
    })),
  );
  const asksForWork = { caseId, organizationId, type: { in: [...workOnCase] } };
  await closeTasks(transaction, asksForWork, now);
}
