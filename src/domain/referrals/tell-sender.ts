import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { programDay } from '../program-day.ts';
import type { EndedAccess } from './end-access.ts';
import { senderContacts } from './sender-contacts.ts';

/**
 * Tells the sender by a task what became of a referral: it was declined (D4), or has run out (D8).
 * @param told.byId whoever caused it: who declined; where time did, who submitted the referral.
 */
export async function tellSender(
  transaction: Transaction,
  platform: Platform,
  ended: EndedAccess,
  told: { type: 'REFERRAL_DECLINED' | 'REFERRAL_EXPIRED'; byId: string },
): Promise<void> {
  for (const assigneeId of await senderContacts(transaction, ended)) {
    await addHomepageTask(transaction, {
      type: told.type,
      assigneeId,
      organizationId: ended.sendingOrganizationId,
      caseId: ended.caseId,
      referralId: ended.referralId,
      aboutOrganizationId: ended.organizationId,
      createdById: told.byId,
      dueOn: programDay(platform.now(), platform.timeZone),
    });
  }
}
