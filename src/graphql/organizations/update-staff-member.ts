import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { LastAdministrator } from '../../domain/network/last-administrator.ts';
import { StaffMemberHasOpenCases } from '../../domain/network/staff-member-has-open-cases.ts';
import { updateStaffMember } from '../../domain/network/update-staff-member.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { staffFields } from './staff-fields.ts';
import { StaffRoleEnum } from './staff-role.ts';
import { withStaffMember } from './with-staff-member.ts';

const UpdateStaffMemberSuccess = withStaffMember(
  'UpdateStaffMemberSuccess',
  'The staff member has been changed.',
);

const UpdateStaffMemberInput = builder.inputType('UpdateStaffMemberInput', {
  description: 'The details of a staff member to change: one left out stays as it is.',
  fields: (t) => ({
    staffMemberId: t.id({ description: 'Their id; a service account has its own mutation.' }),
    roles: t.field({
      type: [StaffRoleEnum],
      required: false,
      description:
        'All roles that they are to have. A case manager with open cases keeps that role until they are handed over.',
    }),
    disabled: t.boolean({
      required: false,
      description:
        'True: they cannot sign in any more, once their open cases are handed over. False: they can again.',
    }),
    ...staffFields(t, false),
  }),
});

builder.mutationField('updateStaffMember', (t) =>
  t.field({
    type: UpdateStaffMemberSuccess,
    description:
      'Changes a staff member, disables them or lets them in again, for the administrator of their organization and those of Employment Nova Scotia. It counts from their next request on.',
    args: { input: t.arg({ type: UpdateStaffMemberInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput, StaffMemberHasOpenCases, LastAdministrator] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('StaffMember', input.staffMemberId);
      const { officeId } = input;
      await updateStaffMember(actor, platform, {
        ...input,
        staffMemberId: id,
        officeId: officeId ? readId('Office', officeId) : officeId,
      });
      return { id };
    },
  }),
);
