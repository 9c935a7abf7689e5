import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { declineReferral } from '../../domain/referrals/decline-referral.ts';
import { ReferralEnded } from '../../domain/referrals/referral-ended.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const DeclineReferralSuccess = builder.objectRef<{ id: string }>('DeclineReferralSuccess').implement({
  description: 'The referral is declined. Nothing more is told of it: what it let see has ended.',
  fields: (t) => ({
    referralId: t.exposeID('id', { description: 'The id of the referral.' }),
    message: t.string({
      description: 'What to tell the user, in the language of the request.',
      resolve: (_success, _args, { language }) =>
        language === 'FR'
          ? 'L’aiguillage a été refusé; l’organisme expéditeur en est avisé.'
          : 'The referral has been declined; the sending organization has been told.',
    }),
  }),
});

const DeclineReferralInput = builder.inputType('DeclineReferralInput', {
  description: 'Which referral to decline, and why.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral, from pendingTransfers.' }),
    reason: t.string({ description: 'From 1 to 1,000 characters. The sending organization reads it.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('declineReferral', (t) =>
  t.field({
    type: DeclineReferralSuccess,
    description:
      'Declines a Case Transfer referral to your organization: what it lets you see ends, and the sender is told, with the reason (D4).',
    args: {
      input: t.arg({ type: DeclineReferralInput, description: 'Which referral to decline, and why.' }),
    },
    errors: { types: [NotFound, NotAllowed, ReferralEnded, InvalidInput, ConfirmationRequired] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      await declineReferral(actor, platform, { ...input, referralId });
      return { id: input.referralId };
    },
  }),
);
