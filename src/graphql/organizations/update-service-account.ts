import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { updateServiceAccount } from '../../domain/network/update-service-account.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { IntegrationScopeEnum } from './integration-scope.ts';
import { withStaffMember } from './with-staff-member.ts';

const UpdateServiceAccountSuccess = withStaffMember(
  'UpdateServiceAccountSuccess',
  'The service account has been changed.',
);

const UpdateServiceAccountInput = builder.inputType('UpdateServiceAccountInput', {
  description: 'The details of a service account to change: one left out stays as it is.',
  fields: (t) => ({
    serviceAccountId: t.id({ description: 'Its id, that of a StaffMember.' }),
    name: t.string({ required: false, description: 'What the program is called.' }),
    email: t.string({ required: false, description: 'Where to write to whoever runs it.' }),
    subject: t.string({ required: false, description: 'The `sub` of its tokens from the issuer.' }),
    scopes: t.field({
      type: [IntegrationScopeEnum],
      required: false,
      description: 'All that it may do; with none it can do nothing.',
    }),
    disabled: t.boolean({
      required: false,
      description: 'True: it cannot sign in any more. False: it can again.',
    }),
  }),
});

builder.mutationField('updateServiceAccount', (t) =>
  t.field({
    type: UpdateServiceAccountSuccess,
    description:
      'Changes a service account, disables it or lets it in again, for the administrator of its organization and those of Employment Nova Scotia. It counts from its next request on.',
    args: { input: t.arg({ type: UpdateServiceAccountInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('StaffMember', input.serviceAccountId);
      await updateServiceAccount(actor, platform, { ...input, serviceAccountId: id });
      return { id };
    },
  }),
);
