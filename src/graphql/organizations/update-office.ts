import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { updateOffice } from '../../domain/network/update-office.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { officeFields } from './record-fields.ts';
import { withOffice } from './with-record.ts';

const UpdateOfficeSuccess = withOffice('UpdateOfficeSuccess', 'The office has been changed.');

const UpdateOfficeInput = builder.inputType('UpdateOfficeInput', {
  description: 'The details of an office to change: one left out stays as it is.',
  fields: (t) => ({
    officeId: t.id({ description: 'Its id.' }),
    ...officeFields(t, false),
    closed: t.boolean({
      required: false,
      description:
        'True closes it: it cannot be chosen any more, and what is under it stays. False opens it again.',
    }),
  }),
});

builder.mutationField('updateOffice', (t) =>
  t.field({
    type: UpdateOfficeSuccess,
    description:
      'Changes an office, closes it or opens it again, for the administrator of its organization and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: UpdateOfficeInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('Office', input.officeId);
      await updateOffice(actor, platform, { ...input, officeId: id });
      return { id };
    },
  }),
);
