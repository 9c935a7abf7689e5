import { visibleReferrals } from '../../domain/referrals/access.ts';
import { builder } from '../builder.ts';

/** A type that hands out one referral, loaded as the viewer sees it: the success of a mutation, or an event. */
export function withReferral(name: string, description: string) {
  return builder.objectRef<{ referralId: string }>(name).implement({
    description,
    fields: (t) => ({
      referral: t.prismaField({
        type: 'Referral',
        description: 'The referral as it is now.',
        resolve: (query, { referralId }, _args, { platform, actor }) =>
          platform.database.referral.findFirstOrThrow({
            ...query,
            where: { id: referralId, ...visibleReferrals(actor) },
          }),
      }),
    }),
  });
}
