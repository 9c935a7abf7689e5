import type { Referral } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { programDay } from '../program-day.ts';
import { receiverContacts } from './receiver-contacts.ts';

/** A referral and its two organizations; ids only. */
export type ReferralBetween = {
  referralId: string;
  caseId: string;
  /** The receiver. */
  organizationId: string;
  sendingOrganizationId: string;
};

/**
 * Tells the receiver of a referral that it has come: a task for each of its contacts, due today. Outside LaMPSS the email is
 * all there is (R24 to R26).
 * @param byId who submitted it.
 */
export async function tellReceiver(
  transaction: Transaction,
  platform: Platform,
  { id: referralId, caseId, receivingOrganizationId: organizationId, sendingOrganizationId }: Referral,
  byId: string,
): Promise<void> {
  if (organizationId === null) return;
  const contacts = await receiverContacts(transaction, organizationId);
  const referral = { referralId, caseId, organizationId, sendingOrganizationId };
  await addTasks(transaction, platform, { type: 'REFERRAL_RECEIVED', referral, byId, contacts });
}

/**
 * Tells the receiver that a referral has been withdrawn: those who had been told that it came, or the contacts of today
 * where none of them is active any more (D3). The task names the sending organization and no client, as access has ended.
 * @param byId who withdrew it.
 */
export async function tellReceiverOfWithdrawal(
  transaction: Transaction,
  platform: Platform,
  referral: ReferralBetween,
  byId: string,
): Promise<void> {
  const { referralId, organizationId } = referral;
  const told = await transaction.staff.findMany({
    where: {
      tasks: { some: { referralId, type: 'REFERRAL_RECEIVED' } },
      organizationId,
      disabledAt: null,
      organization: { closedAt: null },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const contacts =
    told.length > 0 ? told.map(({ id }) => id) : await receiverContacts(transaction, organizationId);
  await addTasks(transaction, platform, { type: 'REFERRAL_WITHDRAWN', referral, byId, contacts });
}

async function addTasks(
  transaction: Transaction,
  platform: Platform,
  {
    type,
    referral: { referralId, caseId, organizationId, sendingOrganizationId },
    byId,
    contacts,
  }: {
    type: 'REFERRAL_RECEIVED' | 'REFERRAL_WITHDRAWN';
    referral: ReferralBetween;
    byId: string;
    contacts: string[];
  },
): Promise<void> {
  for (const assigneeId of contacts) {
    await addHomepageTask(transaction, {
      type,
      assigneeId,
      organizationId,
      caseId,
      referralId,
      aboutOrganizationId: sendingOrganizationId,
      createdById: byId,
      dueOn: programDay(platform.now(), platform.timeZone),
    });
  }
}
