import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { addAgreement } from '../../domain/network/add-agreement.ts';
import { AgreementsOverlap } from '../../domain/network/agreements-overlap.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { agreementFields } from './agreement-fields.ts';
import { withAgreement } from './with-record.ts';

const AddAgreementSuccess = withAgreement('AddAgreementSuccess', 'The agreement is there.');

const AddAgreementInput = builder.inputType('AddAgreementInput', {
  description: 'What an agreement to be added says.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization.' }),
    ...agreementFields(t, true),
  }),
});

builder.mutationField('addAgreement', (t) =>
  t.field({
    type: AddAgreementSuccess,
    description:
      'Adds an agreement to an organization, for administrators of Employment Nova Scotia. On a day, an organization has a program under one agreement at most.',
    args: { input: t.arg({ type: AddAgreementInput, description: 'What it says.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput, AgreementsOverlap] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const organizationId = readId('Organization', input.organizationId);
      const programIds = input.programIds.map((id) => readId('Program', id));
      return { id: await addAgreement(actor, platform, { ...input, organizationId, programIds }) };
    },
  }),
);
