import { globalId } from '../../support/global-id.ts';
import {
  addServiceAccountMutation as addAccount,
  addStaffMemberMutation as addStaff,
  updateServiceAccountMutation as updateAccount,
  updateStaffMemberMutation as updateStaff,
} from '../../support/staff-operations.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

const ens = 'ens.admin';
const admin = 'north.admin';
const manager = 'north.manager';
const nowhere = { organizationId: globalId('Organization', nobody) };
const person = {
  ...{ username: 'north.new', givenName: 'Nora', familyName: 'New' },
  ...{ email: 'new@north.example', roles: ['CASE_MANAGER'] },
};
const program = {
  username: 'north.desk',
  name: 'Desk',
  email: 'desk@north.example',
  subject: 'desk',
  scopes: [],
};

/** How to get each refusal of the mutations of staff and service accounts. */
export function staffProvocations({ api: { database }, by, organizationOf }: Provoker): Provocations {
  const north = async () => ({ organizationId: globalId('Organization', await organizationOf(manager)) });
  const member = async (username: string) => ({
    staffMemberId: globalId(
      'StaffMember',
      (await database.staff.findUniqueOrThrow({ where: { username } })).id,
    ),
  });
  const account = async () => {
    const username = 'provoked.program';
    const { id } = await database.staff.upsert({
      where: { username },
      update: {},
      create: {
        ...{ username, givenName: '', familyName: 'Provoked', email: 'program@north.example' },
        ...{ organizationId: await organizationOf(manager), roles: ['INTEGRATION'] },
      },
    });
    return { serviceAccountId: globalId('StaffMember', id) };
  };
  return {
    'addStaffMember.NotFound': async () => by(ens, addStaff, { ...person, ...nowhere }),
    'addStaffMember.NotAllowed': async () => by(manager, addStaff, { ...person, ...(await north()) }),
    'addStaffMember.InvalidInput': async () =>
      by(admin, addStaff, { ...person, ...(await north()), roles: [] }),

    'updateStaffMember.NotFound': async () => by('south.admin', updateStaff, await member(manager)),
    'updateStaffMember.NotAllowed': async () => by(manager, updateStaff, await member(manager)),
    'updateStaffMember.InvalidInput': async () =>
      by(admin, updateStaff, { ...(await member(manager)), email: 'nowhere' }),
    'updateStaffMember.StaffMemberHasOpenCases': async () =>
      by(admin, updateStaff, { ...(await member(manager)), disabled: true }),
    'updateStaffMember.LastAdministrator': async () =>
      by(ens, updateStaff, { ...(await member(ens)), disabled: true }),

    'addServiceAccount.NotFound': async () => by(ens, addAccount, { ...program, ...nowhere }),
    'addServiceAccount.NotAllowed': async () => by(manager, addAccount, { ...program, ...(await north()) }),
    'addServiceAccount.InvalidInput': async () =>
      by(admin, addAccount, { ...program, ...(await north()), username: manager }),

    'updateServiceAccount.NotFound': async () => by('south.admin', updateAccount, await account()),
    'updateServiceAccount.NotAllowed': async () => by(manager, updateAccount, await account()),
    'updateServiceAccount.InvalidInput': async () =>
      by(admin, updateAccount, { ...(await account()), subject: '' }),
  };
}
