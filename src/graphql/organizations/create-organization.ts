import { InvalidInput, NotAllowed } from '../../domain/errors.ts';
import { createOrganization } from '../../domain/network/create-organization.ts';
import { builder } from '../builder.ts';
import { organizationFields } from './record-fields.ts';
import { withOrganization } from './with-record.ts';

const CreateOrganizationSuccess = withOrganization('CreateOrganizationSuccess', 'The organization is there.');

const CreateOrganizationInput = builder.inputType('CreateOrganizationInput', {
  description: 'The details of an organization to be added.',
  fields: (t) => organizationFields(t, true),
});

builder.mutationField('createOrganization', (t) =>
  t.field({
    type: CreateOrganizationSuccess,
    description:
      'Adds an organization to the network, for administrators of Employment Nova Scotia. Referrals can be sent to it once addAgreement has given it an agreement (R6).',
    args: { input: t.arg({ type: CreateOrganizationInput, description: 'Its details.' }) },
    errors: { types: [NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => ({
      id: await createOrganization(actor, platform, input),
    }),
  }),
);
