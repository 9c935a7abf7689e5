import { type LabelledValue, referralForm } from '../../domain/referrals/referral-form.ts';
import { ReferralType } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** The three types of referral (R2). */
export const ReferralTypeEnum = builder.enumType('ReferralType', {
  description: 'The three types of referral (R2).',
  values: {
    [ReferralType.CASE_TRANSFER]: {
      description:
        'Tells another organization that the case may be transferred to it; it sees the person record and a summary.',
    },
    [ReferralType.INFORMATIONAL_WITHIN]: {
      description:
        'Refers the client to another organization of the network, which sees the person record; the case stays.',
    },
    [ReferralType.INFORMATIONAL_OUTSIDE]: {
      description: 'Refers the client to an organization outside the network, which sees nothing here.',
    },
  },
});

/** A type of referral with its label. */
export const ReferralTypeOption = builder
  .objectRef<LabelledValue<ReferralType>>('ReferralTypeOption')
  .implement({
    description: 'A type of referral with its label.',
    fields: (t) => ({
      type: t.expose('value', { type: ReferralTypeEnum, description: 'The type.' }),
      label: t.exposeString('label', { description: 'How screens name it (R2).' }),
    }),
  });

builder.queryField('referralTypes', (t) =>
  t.field({
    type: [ReferralTypeOption],
    description:
      'The types of referral in the order screens list them, labelled in the language of the request (R2).',
    resolve: (_root, _args, { language }) => referralForm(language).types,
  }),
);
