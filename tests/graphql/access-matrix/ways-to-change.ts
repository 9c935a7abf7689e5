import type { Thing } from '../../../src/domain/access-table.ts';
import type { Visitor } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { marks } from './marks.ts';
import type { Scene } from './scene.ts';
import type { Viewer } from './viewers.ts';

/** A mutation that does something with a thing. */
export type Change = {
  thing: Thing;
  action: string;
  mutation: string;
  /** What to send; it stops short of what would end the scene, by leaving the confirmation out. */
  input(viewer: Viewer): Promise<object>;
  /** Who attempts it, where only some of the viewer's colleagues may. */
  by?(viewer: Viewer): Visitor;
  /** What says no, besides NotFound and NotAllowed. */
  refusals?: string[];
};

/** Every change that there is in the access table, by each mutation that makes it. */
export function waysToChange({ api, ids }: Scene): Change[] {
  const draft = async () => ({ referralId: ids.draft });
  const submitted = async () => ({ referralId: ids.submitted });
  const type = 'INFORMATIONAL_OUTSIDE';
  return [
    {
      thing: 'referrals',
      action: 'add',
      mutation: 'addReferral',
      input: async () => ({ caseId: ids.case, type }),
    },
    {
      ...{ thing: 'referrals', action: 'update', mutation: 'updateReferral' },
      input: async () => ({ referralId: ids.draft, emailSubject: 'A service' }),
    },
    { thing: 'referrals', action: 'submit', mutation: 'submitReferral', input: draft },
    { thing: 'referrals', action: 'cancel', mutation: 'cancelReferral', input: draft },
    {
      ...{ thing: 'referrals', action: 'withdraw', mutation: 'withdrawReferral' },
      input: async () => ({ ...(await submitted()), reason: 'Moved away' }),
    },
    {
      ...{ thing: 'referrals', action: 'decline', mutation: 'declineReferral' },
      input: async () => ({ ...(await submitted()), reason: 'No room' }),
    },
    { thing: 'letters', action: 'sendAgain', mutation: 'resendCorrespondence', input: submitted },
    {
      ...{ thing: 'notes', action: 'add', mutation: 'addReferralNote' },
      input: async () => ({ ...(await submitted()), text: 'Another note' }),
    },
    {
      ...{ thing: 'documents', action: 'add', mutation: 'addReferralDocument' },
      input: async () => ({ ...(await draft()), file: file('another.pdf', pdf()) }),
    },
    {
      ...{ thing: 'documents', action: 'remove', mutation: 'removeReferralDocument' },
      input: async () => ({ documentId: ids.document }),
    },
    {
      ...{ thing: 'notifications', action: 'acknowledge', mutation: 'acknowledgeCaseNotification' },
      input: async () => ({ notificationIds: [ids.notification] }),
    },
    {
      ...{ thing: 'case', action: 'transfer', mutation: 'transferCase' },
      input: async (viewer) => ({ caseId: ids.case, ...(await choicesOf(viewer)) }),
      refusals: ['CaseAlreadyTransferred', 'OrganizationNotEligible'],
    },
    {
      ...{ thing: 'personRecord', action: 'update', mutation: 'updatePerson' },
      input: async () => ({ personId: ids.person, city: 'Truro' }),
    },
    {
      // Without choices that are on offer, so that nothing is opened; an open case of the program says no as well.
      ...{ thing: 'personRecord', action: 'openCase', mutation: 'openCase' },
      input: async (viewer) => await noCase(viewer),
    },
    {
      ...{ thing: 'case', action: 'update', mutation: 'updateCase' },
      input: async () => ({ caseId: ids.case, employmentGoal: marks.goal }),
    },
    {
      // With open Case Transfer referrals it stops at the confirmation.
      ...{ thing: 'case', action: 'changeStatus', mutation: 'changeCaseStatus' },
      input: async () => ({ caseId: ids.case, status: 'CLOSED', reason: 'Found work' }),
    },
    {
      ...{ thing: 'case', action: 'handOver', mutation: 'transferCaseload' },
      input: handOver,
      by: ({ administrator }) => administrator,
    },
  ];

  async function noCase(viewer: Viewer): Promise<object> {
    const { id: programId } = await api.database.program.findUniqueOrThrow({ where: { code: 'YOUTH' } });
    const {
      organizationId: _o,
      reason: _r,
      ...choices
    } = (await choicesOf(viewer)) as Record<string, string>;
    return { personId: ids.person, programId: globalId('Program', programId), ...choices };
  }

  /** The case, to a colleague of its case manager; only tried out. */
  async function handOver(): Promise<object> {
    const member = async (username: string) =>
      await api.database.staff.findUniqueOrThrow({
        where: { username },
        select: { id: true, officeId: true },
      });
    const [from, to] = await Promise.all([member('north.manager'), member('north.manager2')]);
    return {
      fromCaseManagerId: globalId('StaffMember', from.id),
      toCaseManagerId: globalId('StaffMember', to.id),
      toOfficeId: globalId('Office', to.officeId ?? ''),
      caseIds: [ids.case],
      dryRun: true,
    };
  }

  /** Choices that are on offer to the viewer, by what they are; for Employment Nova Scotia those of Valley. */
  async function choicesOf({ organizationId: own, relation }: Viewer): Promise<object> {
    const { organizationId: valley } = await api.database.staff.findUniqueOrThrow({
      where: { username: 'valley.manager' },
    });
    const network = relation === 'NETWORK_ADMINISTRATOR';
    const at = { where: { organizationId: network ? valley : own } };
    const [office, agreement, location, manager] = await Promise.all([
      api.database.office.findFirst(at),
      api.database.agreement.findFirst(at),
      api.database.serviceDeliveryLocation.findFirst(at),
      api.database.staff.findFirst({ where: { ...at.where, roles: { has: 'CASE_MANAGER' } } }),
    ]);
    const nobody = '00000000-0000-0000-0000-000000000000';
    return {
      officeId: globalId('Office', office?.id ?? nobody),
      caseManagerId: globalId('StaffMember', manager?.id ?? nobody),
      agreementId: globalId('Agreement', agreement?.id ?? nobody),
      serviceDeliveryLocationId: location && globalId('ServiceDeliveryLocation', location.id),
      ...(network ? { organizationId: globalId('Organization', valley), reason: 'Closing down' } : {}),
    };
  }
}
