import { CaseNotTransferable } from '../../domain/cases/status.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { OrganizationNotEligible } from '../../domain/referrals/organization-choice.ts';
import { submitReferral } from '../../domain/referrals/submit-referral.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { withReferral } from './with-referral.ts';

const SubmitReferralSuccess = withReferral(
  'SubmitReferralSuccess',
  'The referral is submitted, now or already before; its email is on the way or has gone out.',
);

const SubmitReferralInput = builder.inputType('SubmitReferralInput', {
  description: 'Which referral to submit.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R15).' }),
  }),
});

builder.mutationField('submitReferral', (t) =>
  t.field({
    type: SubmitReferralSuccess,
    description:
      'Submits a draft: locks it, dates it today, queues its letter and email, and gives the receiving organization access (R16 to R19). Submitting a second time answers the submitted referral (D9).',
    args: { input: t.arg({ type: SubmitReferralInput, description: 'Which referral to submit.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        InvalidInput,
        OrganizationNotEligible,
        CaseNotTransferable,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId);
      await submitReferral(actor, platform, { referralId, confirm: input.confirm });
      return { referralId };
    },
  }),
);
