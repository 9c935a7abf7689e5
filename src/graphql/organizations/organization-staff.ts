import { ownRecords } from '../../domain/organizations/access.ts';
import { staffNamed } from '../../domain/organizations/staff-search.ts';
import { builder } from '../builder.ts';
import { StaffRoleEnum } from './staff-role.ts';

const StaffFilterInput = builder.inputType('StaffFilter', {
  description: 'Which staff members are wanted; all of what is given holds for each.',
  fields: (t) => ({
    role: t.field({ type: StaffRoleEnum, required: false, description: 'Who have this role.' }),
    disabled: t.boolean({
      required: false,
      description: 'True: who cannot sign in any more. False: who can.',
    }),
  }),
});

builder.prismaObjectField('Organization', 'staff', (t) =>
  t.relatedConnection('staff', {
    cursor: 'id',
    totalCount: true,
    description:
      'Its staff by family name, service accounts and disabled ones too: for its own people and Employment Nova Scotia’s administrators; for others none.',
    args: {
      search: t.arg.string({
        required: false,
        description: 'Words of a name or user name in any order, case ignored.',
      }),
      filter: t.arg({ type: StaffFilterInput, required: false, description: 'Which are wanted.' }),
    },
    query: ({ search, filter }, { actor }) => ({
      where: { ...ownRecords(actor), AND: staffNamed({ search, ...filter }) },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    }),
  }),
);
