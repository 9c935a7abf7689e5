import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { ReferralEnded } from '../../domain/referrals/referral-ended.ts';
import { ReferralNotSubmitted } from '../../domain/referrals/referral-not-submitted.ts';
import { NotACaseTransfer, withdrawReferral } from '../../domain/referrals/withdraw-referral.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { withReferral } from './with-referral.ts';

const WithdrawReferralSuccess = withReferral(
  'WithdrawReferralSuccess',
  'The referral is withdrawn; its outcome says so, its status stays what it was.',
);

const WithdrawReferralInput = builder.inputType('WithdrawReferralInput', {
  description: 'Which referral to withdraw, and why.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    reason: t.string({
      description:
        'From 1 to 1,000 characters. It stays with the referral, for whoever manages the case, now or after a transfer; the receiver is not shown it.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('withdrawReferral', (t) =>
  t.field({
    type: WithdrawReferralSuccess,
    description:
      'Withdraws a submitted Case Transfer referral that no transfer has followed: the receiver’s access ends with it and the receiver is told; an email that is still on its way is not sent (D3).',
    args: {
      input: t.arg({ type: WithdrawReferralInput, description: 'Which referral to withdraw, and why.' }),
    },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        NotACaseTransfer,
        ReferralNotSubmitted,
        ReferralEnded,
        InvalidInput,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      await withdrawReferral(actor, platform, { ...input, referralId });
      return { referralId };
    },
  }),
);
