import type { Staff } from '../../../src/generated/prisma/client.ts';
import { transferCaseloadMutation as transfer } from '../../support/caseload-operations.ts';
import { globalId } from '../../support/global-id.ts';
import type { Provocations, Provoker } from './provoker.ts';

/** How to get each refusal of transferCaseload. */
export function transferCaseloadProvocations({ api: { database }, by }: Provoker): Provocations {
  const member = (username: string) => database.staff.findUniqueOrThrow({ where: { username } });
  const ids = async ({ id: staffId, organizationId }: Staff) => {
    const office = await database.office.findFirstOrThrow({ where: { organizationId } });
    return { toCaseManagerId: globalId('StaffMember', staffId), toOfficeId: globalId('Office', office.id) };
  };
  const wish = async (from: string, to: string) => ({
    fromCaseManagerId: globalId('StaffMember', (await member(from)).id),
    ...(await ids(await member(to))),
  });
  return {
    'transferCaseload.NotFound': async () =>
      by('south.admin', transfer, await wish('north.manager', 'south.manager')),
    'transferCaseload.NotAllowed': async () =>
      by('north.manager', transfer, await wish('north.manager', 'north.manager2')),
    'transferCaseload.OrganizationNotEligible': async () =>
      by('ens.admin', transfer, await wish('north.manager', 'untracked.manager')),
    'transferCaseload.InvalidInput': async () =>
      by('north.admin', transfer, await wish('north.manager', 'north.manager')),
    'transferCaseload.NothingToTransfer': async () =>
      by('north.admin', transfer, { ...(await wish('north.admin', 'north.manager')), confirm: true }),
    'transferCaseload.ConfirmationRequired': async () =>
      by('north.admin', transfer, await wish('north.manager', 'north.manager2')),
  };
}
