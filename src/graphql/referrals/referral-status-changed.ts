import { filter, pipe } from 'graphql-yoga';
import { wholeCases } from '../../domain/cases/access.ts';
import { NotFound } from '../../domain/errors.ts';
import { visibleReferrals } from '../../domain/referrals/access.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const ReferralStatusChange = builder.objectRef<{ referralId: string }>('ReferralStatusChange').implement({
  description: 'A referral whose status, or whose correspondence’s, has changed.',
  fields: (t) => ({
    referral: t.prismaField({
      type: 'Referral',
      description: 'The referral as it is now.',
      resolve: (query, { referralId }, _args, { platform }) =>
        platform.database.referral.findUniqueOrThrow({ ...query, where: { id: referralId } }),
    }),
  }),
});

builder.subscriptionField('referralStatusChanged', (t) =>
  t.field({
    type: ReferralStatusChange,
    description: 'Each change of a status among the referrals of a case you see whole (B5).',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    subscribe: async (_root, args, { platform, live, actor }) => {
      const caseId = readId('Case', args.caseId);
      if ((await platform.database.case.count({ where: { id: caseId, ...wholeCases(actor) } })) === 0) {
        throw new NotFound();
      }
      return pipe(
        live.subscribe('referralStatus'),
        filter(
          async (event) =>
            event.caseId === caseId &&
            (await platform.database.referral.count({
              where: { id: event.referralId, ...visibleReferrals(actor) },
            })) > 0,
        ),
      );
    },
    resolve: ({ referralId }) => ({ referralId }),
  }),
);
