import { ConfirmationRequired, NotAllowed, NotFound } from '../../domain/errors.ts';
import { removeReferralDocument } from '../../domain/referrals/remove-referral-document.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { withReferral } from './with-referral.ts';

const RemoveReferralDocumentSuccess = withReferral(
  'RemoveReferralDocumentSuccess',
  'The document has been removed from its draft.',
);

const RemoveReferralDocumentInput = builder.inputType('RemoveReferralDocumentInput', {
  description: 'Which document to remove.',
  fields: (t) => ({
    documentId: t.id({ description: 'The id of the document.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('removeReferralDocument', (t) =>
  t.field({
    type: RemoveReferralDocumentSuccess,
    description: 'Removes a document from a draft, and deletes its file (R13, D11).',
    args: {
      input: t.arg({ type: RemoveReferralDocumentInput, description: 'Which document to remove.' }),
    },
    errors: { types: [NotFound, NotAllowed, ReferralLocked, ConfirmationRequired] },
    resolve: async (_root, { input }, { actor, platform }) => ({
      referralId: await removeReferralDocument(actor, platform, {
        ...input,
        documentId: readId('ReferralDocument', input.documentId, 'documentId'),
      }),
    }),
  }),
);
