import type { TestApi } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import type { Success, Successes } from './success.ts';

/** How to have success with each mutation of staff and service accounts. */
export function staffSuccesses({ database }: TestApi): Successes {
  const byNorth = (input: object): Success => ({ by: 'north.admin', input });
  const organizationId = async () => {
    const { organizationId: id } = await database.staff.findUniqueOrThrow({
      where: { username: 'north.admin' },
    });
    return globalId('Organization', id);
  };
  return {
    addStaffMember: async () =>
      byNorth({
        organizationId: await organizationId(),
        ...{ username: 'north.new', givenName: 'Nora', familyName: 'New' },
        ...{ email: 'new@north.example', roles: ['CASE_MANAGER'] },
      }),
    updateStaffMember: async () => {
      const { id } = await database.staff.findUniqueOrThrow({ where: { username: 'north.manager' } });
      return byNorth({ staffMemberId: globalId('StaffMember', id), jobTitle: 'Senior case manager' });
    },
    addServiceAccount: async () =>
      byNorth({
        organizationId: await organizationId(),
        ...{ username: 'north.desk', name: 'Desk', email: 'desk@north.example' },
        ...{ subject: 'desk', scopes: ['READ_CASES'] },
      }),
    updateServiceAccount: async () => {
      const { organizationId: at } = await database.staff.findUniqueOrThrow({
        where: { username: 'north.admin' },
      });
      const { id } = await database.staff.create({
        data: {
          ...{ username: 'north.program', givenName: '', familyName: 'Program' },
          ...{ email: 'program@north.example', organizationId: at, roles: ['INTEGRATION'] },
        },
      });
      return byNorth({ serviceAccountId: globalId('StaffMember', id), scopes: ['SUBSCRIBE'] });
    },
  };
}
