import { ReferralEnded } from '../../domain/referrals/referral-ended.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';
import { AccessEndEnum } from './receiver-access.ts';

builder.objectType(ReferralEnded, {
  name: 'ReferralEnded',
  description:
    'The referral has come to its end: the transfer has followed, or it was withdrawn, declined, superseded, or has run out. Somebody may have been quicker.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    cause: t.field({
      type: AccessEndEnum,
      description: 'What ended it.',
      resolve: ({ outcome }) => outcome.cause,
    }),
    endedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ outcome }) => outcome.at }),
  }),
});
