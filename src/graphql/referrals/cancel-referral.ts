import { ConfirmationRequired, NotAllowed, NotFound } from '../../domain/errors.ts';
import { cancelReferral } from '../../domain/referrals/cancel-referral.ts';
import { StaleDraft } from '../../domain/referrals/draft-version.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const CancelReferralSuccess = builder.objectRef<{ id: string }>('CancelReferralSuccess').implement({
  description: 'The draft has been deleted.',
  fields: (t) => ({ referralId: t.exposeID('id', { description: 'The id that the draft had.' }) }),
});

const CancelReferralInput = builder.inputType('CancelReferralInput', {
  description: 'Which draft to delete.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    version: t.int({
      required: false,
      description: 'The version the user has seen; if the draft has changed since, the answer is StaleDraft.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R18).' }),
  }),
});

builder.mutationField('cancelReferral', (t) =>
  t.field({
    type: CancelReferralSuccess,
    description: 'Deletes a draft. A submitted referral cannot be cancelled (R18).',
    args: { input: t.arg({ type: CancelReferralInput, description: 'Which draft to delete.' }) },
    errors: { types: [NotFound, NotAllowed, ReferralLocked, StaleDraft, ConfirmationRequired] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      await cancelReferral(actor, platform, { ...input, referralId });
      return { id: input.referralId };
    },
  }),
);
