import { builder } from '../builder.ts';

/** The answer of a mutation that leaves a referral behind. */
export function referralSuccess(name: string, description: string) {
  return builder.objectRef<{ referralId: string }>(name).implement({
    description,
    fields: (t) => ({
      referral: t.prismaField({
        type: 'Referral',
        description: 'The referral as it is now.',
        resolve: (query, { referralId }, _args, { platform }) =>
          platform.database.referral.findUniqueOrThrow({ ...query, where: { id: referralId } }),
      }),
    }),
  });
}
