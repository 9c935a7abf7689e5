import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { visibleReferrals } from '../../domain/referrals/access.ts';
import { ReferralEnded } from '../../domain/referrals/referral-ended.ts';
import { ReferralNotSubmitted } from '../../domain/referrals/referral-not-submitted.ts';
import {
  CorrespondenceOnItsWay,
  resendCorrespondence,
} from '../../domain/referrals/resend-correspondence.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const ResendCorrespondenceSuccess = builder
  .objectRef<{ id: string }>('ResendCorrespondenceSuccess')
  .implement({
    description: 'The letter is on its way again.',
    fields: (t) => ({
      correspondence: t.prismaField({
        type: 'Correspondence',
        description: 'The new sending.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.correspondence.findFirstOrThrow({
            ...query,
            where: { id, referral: visibleReferrals(actor) },
          }),
      }),
      referral: t.prismaField({
        type: 'Referral',
        description: 'The referral, which stays as it was.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.referral.findFirstOrThrow({
            ...query,
            where: { correspondence: { some: { id } }, ...visibleReferrals(actor) },
          }),
      }),
    }),
  });

const ResendCorrespondenceInput = builder.inputType('ResendCorrespondenceInput', {
  description: 'Which referral to send again, and where.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    emailTo: t.string({
      required: false,
      description: 'A corrected address; left out or null, it goes where the last sending went.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('resendCorrespondence', (t) =>
  t.field({
    type: ResendCorrespondenceSuccess,
    description:
      'Sends the letter of a submitted referral again, also to a corrected address: the same letter as a new sending on record (D2). Nobody gains access, and the referral stays as it was. Asking again within a minute answers the same sending.',
    args: {
      input: t.arg({
        type: ResendCorrespondenceInput,
        description: 'Which referral to send again, and where.',
      }),
    },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        ReferralNotSubmitted,
        ReferralEnded,
        CorrespondenceOnItsWay,
        InvalidInput,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input: { emailTo, confirm, ...input } }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      return { id: await resendCorrespondence(actor, platform, { referralId, emailTo, confirm }) };
    },
  }),
);
