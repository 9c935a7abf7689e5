import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { addServiceAccount } from '../../domain/network/add-service-account.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { IntegrationScopeEnum } from './integration-scope.ts';
import { withStaffMember } from './with-staff-member.ts';

const AddServiceAccountSuccess = withStaffMember('AddServiceAccountSuccess', 'The service account is there.');

const AddServiceAccountInput = builder.inputType('AddServiceAccountInput', {
  description: 'The details of a service account to be added.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization for which the program acts.' }),
    username: t.string({
      description: 'The name that lists show for what it did, unused in the network; it cannot be changed.',
    }),
    name: t.string({ description: 'What the program is called.' }),
    email: t.string({ description: 'Where to write to whoever runs it.' }),
    subject: t.string({ description: 'The `sub` of its tokens from the issuer.' }),
    scopes: t.field({
      type: [IntegrationScopeEnum],
      description: 'What it may do; with none it can do nothing.',
    }),
  }),
});

builder.mutationField('addServiceAccount', (t) =>
  t.field({
    type: AddServiceAccountSuccess,
    description:
      'Adds an account for a program that acts for an organization, for its own administrator and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: AddServiceAccountInput, description: 'Its details.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const organizationId = readId('Organization', input.organizationId);
      return { id: await addServiceAccount(actor, platform, { ...input, organizationId }) };
    },
  }),
);
