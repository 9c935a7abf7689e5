import type { Operation } from '../../demo/client.ts';
import {
  addReferralMutation as add,
  cancelReferralMutation as cancel,
  completeHomepageTasksMutation as complete,
  submitReferralMutation as submit,
  transferCaseMutation as transfer,
  updateReferralMutation as update,
} from '../../demo/operations.ts';
import type { CaseStatus } from '../../src/generated/prisma/enums.ts';
import type { TestApi } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { choices, draft, refer } from '../support/refer.ts';

/** What to send, and as whom, to be refused. */
export type Provocation = { by: string; mutation: Operation<unknown, never>; input: object };

const within = { type: 'INFORMATIONAL_WITHIN' } as const;
const nobody = '00000000-0000-0000-0000-000000000000';

/** For each mutation and each refusal it can give, how to get it. */
export function provocations(api: TestApi): Record<string, () => Promise<Provocation>> {
  const north = () => api.as('north.manager');
  const caseId = async (number: string) =>
    globalId('Case', (await api.database.case.findUniqueOrThrow({ where: { number } })).id);
  const aDraft = async () => (await draft(await north(), { ...within, number: '50244764' })).referralId;
  const submitted = async () => (await refer(await north(), { ...within, number: '50244764' })).referralId;
  const setStatus = async (number: string, status: CaseStatus) =>
    void (await api.database.case.update({ where: { number }, data: { status } }));
  const organizationOf = async (username: string) =>
    (await api.database.staff.findUniqueOrThrow({ where: { username } })).organizationId;
  /** Case Transfer of this case, open, to South. */
  const openTransfer = async (number: string) => {
    const referred = await refer(await north(), { number, type: 'CASE_TRANSFER' });
    return await choices(await api.as('south.manager'), referred.caseId);
  };

  const by = (username: string, mutation: Provocation['mutation'], input: object): Provocation => ({
    by: username,
    mutation,
    input,
  });

  return {
    'addReferral.NotFound': async () =>
      by('south.manager', add, { ...within, caseId: await caseId('50244764') }),
    'addReferral.NotAllowed': async () =>
      by('north.reader', add, { ...within, caseId: await caseId('50244764') }),
    'addReferral.CaseNotTransferable': async () =>
      by('north.manager', add, { caseId: await caseId('42250153'), type: 'CASE_TRANSFER' }),

    'updateReferral.NotFound': async () => by('south.manager', update, { referralId: await aDraft() }),
    'updateReferral.NotAllowed': async () => by('north.reader', update, { referralId: await aDraft() }),
    'updateReferral.ReferralLocked': async () => by('north.admin', update, { referralId: await submitted() }),
    'updateReferral.StaleDraft': async () =>
      by('north.manager', update, { referralId: await aDraft(), version: 1, contactName: 'Mr. Other' }),
    'updateReferral.InvalidInput': async () =>
      by('north.manager', update, { referralId: await aDraft(), emailSubject: 'Two\nlines' }),
    'updateReferral.WrongOrganizationKind': async () =>
      by('north.manager', update, { referralId: await aDraft(), organizationName: 'Harbour Food Bank' }),
    'updateReferral.OrganizationNotEligible': async () => {
      const organizationId = globalId('Organization', await organizationOf('expired.manager'));
      return by('north.manager', update, { referralId: await aDraft(), organizationId });
    },
    'updateReferral.TemplateNotOffered': async () => {
      const where = { referralType: 'CASE_TRANSFER' } as const;
      const { id } = await api.database.correspondenceTemplate.findFirstOrThrow({ where });
      const templateId = globalId('CorrespondenceTemplate', id);
      return by('north.manager', update, { referralId: await aDraft(), templateId });
    },

    'submitReferral.NotFound': async () => by('south.manager', submit, { referralId: await aDraft() }),
    'submitReferral.NotAllowed': async () => by('north.reader', submit, { referralId: await aDraft() }),
    'submitReferral.InvalidInput': async () => {
      const referralId = await aDraft();
      await (await north()).request(update, { input: { referralId, contactName: null } });
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.OrganizationNotEligible': async () => {
      const { referralId } = await draft(await north(), { ...within, number: '50244764', to: 'valley' });
      const where = { organizationId: await organizationOf('valley.manager') };
      await api.database.agreement.updateMany({ where, data: { clientTracking: false } });
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.CaseNotTransferable': async () => {
      const number = '47953643';
      const { referralId } = await draft(await north(), { number, type: 'CASE_TRANSFER' });
      await setStatus(number, 'FOLLOW_UP');
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.ConfirmationRequired': async () =>
      by('north.manager', submit, { referralId: await aDraft() }),

    'cancelReferral.NotFound': async () =>
      by('south.manager', cancel, { referralId: await aDraft(), confirm: true }),
    'cancelReferral.NotAllowed': async () =>
      by('north.reader', cancel, { referralId: await aDraft(), confirm: true }),
    'cancelReferral.ReferralLocked': async () =>
      by('north.manager', cancel, { referralId: await submitted(), confirm: true }),
    'cancelReferral.ConfirmationRequired': async () =>
      by('north.manager', cancel, { referralId: await aDraft() }),

    'transferCase.NotFound': async () => by('valley.manager', transfer, await openTransfer('50244764')),
    'transferCase.NotAllowed': async () => by('south.reader', transfer, await openTransfer('50244764')),
    'transferCase.CaseAlreadyTransferred': async () =>
      by('north.manager', transfer, await openTransfer('50244764')),
    'transferCase.InvalidInput': async () => {
      const input = await openTransfer('50244764');
      return by('south.manager', transfer, { ...input, serviceDeliveryLocationId: null, confirm: true });
    },
    'transferCase.ConfirmationRequired': async () =>
      by('south.manager', transfer, await openTransfer('50244764')),
    'transferCase.CaseNotTransferable': async () => {
      const input = await openTransfer('79778074');
      await setStatus('79778074', 'FOLLOW_UP');
      return by('south.manager', transfer, { ...input, confirm: true });
    },

    'completeHomepageTasks.NotFound': async () =>
      by('north.manager', complete, { taskIds: [globalId('HomepageTask', nobody)] }),
    'completeHomepageTasks.InvalidInput': async () => by('north.manager', complete, { taskIds: [] }),
  };
}
