import { CaseNotTransferable } from '../../domain/cases/status.ts';
import { UnprintableCharacters } from '../../domain/correspondence/printable-letter.ts';
import { TemplateNotOffered } from '../../domain/correspondence/template-text.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { StaleDraft } from '../../domain/referrals/draft-version.ts';
import { OrganizationNotEligible } from '../../domain/referrals/organization-choice.ts';
import { PossibleDuplicate } from '../../domain/referrals/possible-duplicate.ts';
import { PrivacyFindingsNotAcknowledged } from '../../domain/referrals/privacy/privacy-acknowledgement.ts';
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
    version: t.int({
      required: false,
      description:
        'The version the user has seen; if the draft has changed since, the answer is StaleDraft. So what is confirmed is what is submitted.',
    }),
    acknowledgeDuplicate: t.boolean({
      defaultValue: false,
      description: 'Whether to submit although PossibleDuplicate has named earlier referrals (D10).',
    }),
    acknowledgePrivacyFindings: t.boolean({
      defaultValue: false,
      description: 'Whether to submit although PrivacyFindingsNotAcknowledged has named findings (B3).',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R15).' }),
  }),
});

builder.mutationField('submitReferral', (t) =>
  t.field({
    type: SubmitReferralSuccess,
    description:
      'Submits a draft: locks it, dates it today, queues its letter and email, and gives the receiving organization access (R16 to R19). InvalidInput names everything that is missing or wrong at once, an organization or template that is no longer on offer included; OrganizationNotEligible and TemplateNotOffered come where nothing else is wrong (D1). Submitting a second time answers the submitted referral (D9).',
    args: { input: t.arg({ type: SubmitReferralInput, description: 'Which referral to submit.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        StaleDraft,
        InvalidInput,
        OrganizationNotEligible,
        TemplateNotOffered,
        CaseNotTransferable,
        UnprintableCharacters,
        PossibleDuplicate,
        PrivacyFindingsNotAcknowledged,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      await submitReferral(actor, platform, { ...input, referralId });
      return { referralId };
    },
  }),
);
