import type { TestApi } from '../../support/api.ts';
import { globalId, plainId } from '../../support/global-id.ts';
import { addDocument } from '../../support/notes-and-documents.ts';
import { makeTasks } from '../../support/own-tasks.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { newestTemplate, textsWith } from '../../support/templates.ts';
import { provoker } from '../provocations/provoker.ts';
import { addedTemplate } from '../provocations/templates.ts';
import type { Success, Successes } from './success.ts';

const number = '50244764';

/** How to have success with each mutation of referrals, transfers, tasks and templates. */
export function referralSuccesses(api: TestApi): Successes {
  const { aDraft, caseId, north, openTransfer, submitted, transferReferral } = provoker(api);
  const { database } = api;
  const byNorth = (input: object): Success => ({ by: 'north.manager', input });
  const document = async (referralId: string) =>
    (await addDocument(await north(), referralId, file('a.pdf', pdf()))).id;
  const member = (username: string) => database.staff.findUniqueOrThrow({ where: { username } });
  return {
    addReferral: async () => byNorth({ caseId: await caseId(number), type: 'INFORMATIONAL_OUTSIDE' }),
    updateReferral: async () => byNorth({ referralId: await aDraft(), contactName: 'Ms. Other' }),
    submitReferral: async () =>
      byNorth({ referralId: await aDraft(), acknowledgeDuplicate: true, confirm: true }),
    cancelReferral: async () => byNorth({ referralId: await aDraft(), confirm: true }),
    withdrawReferral: async () =>
      byNorth({ referralId: await transferReferral(number), reason: 'Wrong place', confirm: true }),
    declineReferral: async () => ({
      by: 'south.manager',
      input: { referralId: await transferReferral(number), reason: 'No room', confirm: true },
    }),
    resendCorrespondence: async () => {
      const referralId = await submitted();
      await database.correspondence.updateMany({
        where: { referralId: plainId(referralId) },
        data: { status: 'SENT', sentAt: new Date() },
      });
      return byNorth({ referralId, confirm: true });
    },
    addReferralNote: async () => byNorth({ referralId: await aDraft(), text: 'Called today.' }),
    addReferralDocument: async () => byNorth({ referralId: await aDraft(), file: file('a.pdf', pdf()) }),
    removeReferralDocument: async () =>
      byNorth({ documentId: await document(await aDraft()), confirm: true }),
    acknowledgeCaseNotification: async () => {
      const id = plainId(await caseId(number));
      const made = await database.caseNotification.create({ data: { caseId: id, type: 'CASE_REASSIGNED' } });
      return byNorth({ notificationIds: [globalId('CaseNotification', made.id)] });
    },
    transferCase: async () => ({
      by: 'south.manager',
      input: { ...(await openTransfer('79778074')), confirm: true },
    }),
    transferCaseload: async () => {
      const to = await member('north.manager2');
      return {
        by: 'north.admin',
        input: {
          fromCaseManagerId: globalId('StaffMember', (await member('north.manager')).id),
          toCaseManagerId: globalId('StaffMember', to.id),
          toOfficeId: globalId('Office', to.officeId ?? ''),
          caseIds: [await caseId('10041670')],
          confirm: true,
        },
      };
    },
    completeHomepageTasks: async () => byNorth({ taskIds: await ownTasks('north.manager') }),
    reopenHomepageTasks: async () => {
      const taskIds = await ownTasks('north.manager');
      const { id } = await member('north.manager');
      await database.homepageTask.updateMany({
        where: { id: { in: taskIds.map(plainId) } },
        data: { completedAt: new Date(), completedById: id },
      });
      return byNorth({ taskIds });
    },
    publishCorrespondenceTemplate: async () => {
      const { EN: en, FR: fr } = textsWith('Published');
      return { by: 'ens.admin', input: { referralType: 'CASE_TRANSFER', en, fr, confirm: true } };
    },
    retireCorrespondenceTemplate: async () => {
      const templateId = await addedTemplate(api, 'CASE_TRANSFER');
      await newestTemplate(database, 'CASE_TRANSFER');
      return { by: 'ens.admin', input: { templateId, confirm: true } };
    },
  };

  async function ownTasks(username: string): Promise<string[]> {
    return (await makeTasks(database, username, 2)).map((id) => globalId('HomepageTask', id));
  }
}
