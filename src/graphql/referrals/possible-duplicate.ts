import { visibleReferrals } from '../../domain/referrals/access.ts';
import { PossibleDuplicate } from '../../domain/referrals/possible-duplicate.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

/** More of them would not help anybody to decide. */
const mostShown = 10;

builder.objectType(PossibleDuplicate, {
  name: 'PossibleDuplicate',
  description:
    'The same case was referred to the same organization in the same way within the last 24 hours (D10). Show the earlier referrals, then call again with `acknowledgeDuplicate: true`.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    earlier: t.prismaField({
      type: ['Referral'],
      description: `The earlier referrals, newest first, at most ${mostShown}.`,
      resolve: (query, { earlierIds }, _args, { platform, actor }) =>
        platform.database.referral.findMany({
          ...query,
          where: { id: { in: earlierIds }, ...visibleReferrals(actor) },
          orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
          take: mostShown,
        }),
    }),
  }),
});
