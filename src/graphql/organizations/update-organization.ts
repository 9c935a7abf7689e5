import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { OrganizationHasOpenCases } from '../../domain/network/organization-has-open-cases.ts';
import { updateOrganization } from '../../domain/network/update-organization.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { organizationFields } from './record-fields.ts';
import { withOrganization } from './with-record.ts';

const UpdateOrganizationSuccess = withOrganization(
  'UpdateOrganizationSuccess',
  'The organization has been changed.',
);

const UpdateOrganizationInput = builder.inputType('UpdateOrganizationInput', {
  description: 'The details of an organization to change: one left out stays as it is.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization.' }),
    ...organizationFields(t, false),
    closed: t.boolean({
      required: false,
      description: 'True closes it, false opens it again: for administrators of Employment Nova Scotia.',
    }),
  }),
});

builder.mutationField('updateOrganization', (t) =>
  t.field({
    type: UpdateOrganizationSuccess,
    description:
      'Changes the details of an organization, for its own administrator and those of Employment Nova Scotia; these can close it once it manages no open case. A closed one lets nobody sign in, and sees nothing by referrals until it is open again (D12). Letters of submitted referrals stay as they were (R17).',
    args: { input: t.arg({ type: UpdateOrganizationInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput, OrganizationHasOpenCases] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('Organization', input.organizationId);
      await updateOrganization(actor, platform, { ...input, organizationId: id });
      return { id };
    },
  }),
);
