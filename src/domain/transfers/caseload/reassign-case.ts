import type { Case } from '../../../generated/prisma/client.ts';
import type { Transaction } from '../../../platform/database.ts';
import { publish } from '../../../platform/live/live-event.ts';
import type { Actor } from '../../actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Caseload } from './caseload.ts';
import { handOverTasks } from './hand-over-tasks.ts';

/**
 * Gives a case another case manager inside its organization, in the caller's transaction, which has locked and checked it:
 * agreement, location, referrals, drafts and access stay as they are, and no receipt is made. Open tasks that ask for work on
 * the case go along; the Case Home Page tells of it (B9).
 */
export async function reassignCase(
  transaction: Transaction,
  actor: Actor,
  { before, caseload, now }: { before: Case; caseload: Caseload; now: Date },
): Promise<void> {
  const { id: caseId, personId } = before;
  const { toCaseManagerId, toOfficeId, fromCaseManagerId } = caseload;
  await transaction.case.update({
    where: { id: caseId, caseManagerId: fromCaseManagerId },
    data: { caseManagerId: toCaseManagerId, officeId: toOfficeId },
  });
  const { id: notificationId } = await transaction.caseNotification.create({
    data: { caseId, type: 'CASE_REASSIGNED' },
    select: { id: true },
  });
  await publish(transaction, { topic: 'caseNotification', notificationId, caseId });
  await handOverTasks(transaction, { caseId, fromCaseManagerId, toCaseManagerId, now });
  await recordAudit(transaction, actor, {
    action: 'case.reassign',
    entityType: 'Case',
    entityId: caseId,
    caseId,
    personId,
    details: ['caseManagerId', 'officeId'],
  });
}
