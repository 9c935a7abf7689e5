import type { TestApi } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import type { MadeOrganization } from '../../support/organizations.ts';
import { marks } from './marks.ts';
import type { Viewer } from './viewers.ts';

/** A new client and a case that an organization manages. */
export async function openCase(api: TestApi, by: MadeOrganization) {
  const { id: programId } = await api.database.program.findUniqueOrThrow({ where: { code: 'LSI-ENS' } });
  const person = await api.database.person.create({
    data: {
      givenName: 'Zelda',
      familyName: 'Quillfeather',
      birthDate: new Date('1987-06-05'),
      email: marks.person,
    },
  });
  const { id, number } = await api.database.case.create({
    data: {
      ...{ number: '31415926', personId: person.id, programId, organizationId: by.id },
      ...{ officeId: by.officeId, caseManagerId: by.staffId, agreementId: by.agreementId },
      ...{ status: 'ACTION_PLAN', openedOn: new Date('2026-01-05'), employmentGoal: marks.goal },
    },
  });
  return { caseId: globalId('Case', id), number, personId: person.id };
}

/** A task about the case on everybody's homepage: it must not tell more than they may see. */
export async function giveTasks(
  { database }: TestApi,
  viewers: Viewer[],
  about: { caseId: string; referralId: string },
): Promise<void> {
  const task = { type: 'REFERRAL_RECEIVED', dueOn: new Date('2026-01-05'), ...about } as const;
  await database.homepageTask.createMany({
    data: viewers.map(({ staffId, organizationId }) => ({
      ...{ ...task, assigneeId: staffId, createdById: staffId, organizationId },
    })),
  });
}

/** A caseload transfer in which the case came by a transfer, as its jobs leave it. */
export async function addCaseloadTransfer({ database }: TestApi, transferId: string): Promise<string> {
  const transfer = await database.caseTransfer.findUniqueOrThrow({ where: { id: transferId } });
  const { fromOrganizationId, fromCaseManagerId, toOrganizationId, toCaseManagerId } = transfer;
  const { toOfficeId, toAgreementId, completedById, completedAt } = transfer;
  const { id } = await database.caseloadTransfer.create({
    data: {
      ...{ fromOrganizationId, fromCaseManagerId, toOrganizationId, toCaseManagerId },
      ...{ toOfficeId, toAgreementId, requestedById: completedById, reason: 'Closing down' },
    },
  });
  await database.caseloadTransferItem.create({
    data: {
      caseloadTransferId: id,
      caseId: transfer.caseId,
      status: 'MOVED',
      transferId,
      doneAt: completedAt,
    },
  });
  return id;
}
