import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { addOffice } from '../../domain/network/add-office.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { officeFields } from './record-fields.ts';
import { withOffice } from './with-record.ts';

const AddOfficeSuccess = withOffice('AddOfficeSuccess', 'The office is there.');

const AddOfficeInput = builder.inputType('AddOfficeInput', {
  description: 'The details of an office to be added.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization.' }),
    ...officeFields(t, true),
  }),
});

builder.mutationField('addOffice', (t) =>
  t.field({
    type: AddOfficeSuccess,
    description:
      'Adds an office to an organization, for its own administrator and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: AddOfficeInput, description: 'Its details.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const organizationId = readId('Organization', input.organizationId);
      return { id: await addOffice(actor, platform, { ...input, organizationId }) };
    },
  }),
);
