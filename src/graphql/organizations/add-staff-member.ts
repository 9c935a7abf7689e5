import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { addStaffMember } from '../../domain/network/add-staff-member.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { staffFields } from './staff-fields.ts';
import { StaffRoleEnum } from './staff-role.ts';
import { withStaffMember } from './with-staff-member.ts';

const AddStaffMemberSuccess = withStaffMember('AddStaffMemberSuccess', 'The staff member is there.');

const AddStaffMemberInput = builder.inputType('AddStaffMemberInput', {
  description: 'The details of a staff member to be added.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization.' }),
    username: t.string({
      description: 'The name that lists show for what they did, unused in the network; it cannot be changed.',
    }),
    roles: t.field({
      type: [StaffRoleEnum],
      description:
        'As what they work. ENS_ADMINISTRATOR counts, and can be given, only at Employment Nova Scotia.',
    }),
    ...staffFields(t, true),
  }),
});

builder.mutationField('addStaffMember', (t) =>
  t.field({
    type: AddStaffMemberSuccess,
    description:
      'Adds a staff member to an organization, for its own administrator and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: AddStaffMemberInput, description: 'Their details.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => ({
      id: await addStaffMember(actor, platform, {
        ...input,
        organizationId: readId('Organization', input.organizationId),
        officeId: input.officeId ? readId('Office', input.officeId) : null,
      }),
    }),
  }),
);
