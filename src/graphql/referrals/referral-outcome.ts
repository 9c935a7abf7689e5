import { outcomeTexts, referralOutcome } from '../../domain/referrals/referral-outcome.ts';
import { builder } from '../builder.ts';
import { AccessEndEnum } from './receiver-access.ts';

const ReferralOutcomeRef = builder.prismaObject('ReferralAccess', {
  variant: 'ReferralOutcome',
  description:
    'What a submitted referral has come to: transferred, superseded, withdrawn, declined, or run out. Its status stays what it was (R18).',
  fields: (t) => ({
    cause: t.field({
      type: AccessEndEnum,
      description: 'What ended it.',
      // What has run out has ended, though that may not be written down yet.
      resolve: ({ endCause }) => endCause ?? 'EXPIRED',
    }),
    message: t.string({
      description: 'What ended it, as a sentence in the language of the request.',
      resolve: ({ endCause }, _args, { language }) => outcomeTexts[endCause ?? 'EXPIRED'][language],
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: ({ endedAt, expiresAt }) => endedAt ?? expiresAt,
    }),
    by: t.relation('endedBy', {
      nullable: true,
      description: 'Who withdrew or declined it, or completed the transfer; null where it has run out.',
    }),
    reason: t.exposeString('endReason', {
      nullable: true,
      description: 'What whoever withdrew or declined it wrote; null otherwise (D3, D4).',
    }),
  }),
});

builder.prismaObjectField('Referral', 'outcome', (t) =>
  t.field({
    type: ReferralOutcomeRef,
    nullable: true,
    description:
      'What it has come to (D3, D4, D6, D8); null for a draft, while it is open, and outside LaMPSS, where nobody gained access.',
    select: (_args, _context, nestedSelection) => ({ access: nestedSelection() }),
    resolve: ({ access }, _args, { platform }) =>
      access === null || referralOutcome(access, platform.now()) === null ? null : access,
  }),
);
