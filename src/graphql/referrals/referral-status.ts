import type { LabelledValue } from '../../domain/referrals/referral-form.ts';
import { ReferralStatus } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** How far a referral has come (R19). */
export const ReferralStatusEnum = builder.enumType('ReferralStatus', {
  description: 'How far a referral has come: Draft, Submitted, Emailed (R19).',
  values: {
    [ReferralStatus.DRAFT]: { description: 'Being written; can be changed and cancelled.' },
    [ReferralStatus.SUBMITTED]: { description: 'Locked; its email is on the way.' },
    [ReferralStatus.EMAILED]: { description: 'Its email has gone out.' },
  },
});

/** A status of a referral with its label. */
export const ReferralStatusOption = builder
  .objectRef<LabelledValue<ReferralStatus>>('ReferralStatusOption')
  .implement({
    description: 'A status of a referral with its label.',
    fields: (t) => ({
      status: t.expose('value', { type: ReferralStatusEnum, description: 'The status.' }),
      label: t.exposeString('label', { description: 'How screens name it (R19).' }),
    }),
  });
