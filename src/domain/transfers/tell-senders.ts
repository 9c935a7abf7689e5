import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { programDay } from '../program-day.ts';
import type { EndedAccess } from '../referrals/end-access.ts';
import { senderContacts } from '../referrals/sender-contacts.ts';
import type { Transfer } from './transfer.ts';

/**
 * Tells who submitted a superseded referral by a task, or the administrators of the sending organization where that person is
 * no longer active there (D6). The task names organizations alone: the sender has lost the case. Nobody is told where the caller
 * sends a digest.
 */
export async function tellSenders(
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  told: { transfer: Transfer; transferId: string; superseded: EndedAccess[] },
): Promise<void> {
  const { before, tell, now } = told.transfer;
  if (tell === 'DIGEST') return;
  for (const referral of told.superseded) {
    for (const assigneeId of await senderContacts(transaction, referral)) {
      await addHomepageTask(transaction, {
        type: 'REFERRAL_SUPERSEDED',
        assigneeId,
        organizationId: referral.sendingOrganizationId,
        caseId: before.id,
        referralId: referral.referralId,
        transferId: told.transferId,
        aboutOrganizationId: referral.organizationId,
        createdById: actor.staffId,
        dueOn: programDay(now, platform.timeZone),
      });
    }
  }
}
