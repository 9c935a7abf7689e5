import { findLateReferrals, secondsLate } from '../../domain/referrals/late-referrals.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';

builder.prismaObjectField('Referral', 'secondsLate', (t) =>
  t.float({
    nullable: true,
    description:
      'How many seconds past its 15 minutes the email went out, or is by now where it has not; null where it was in time or still can be, for a draft, and where the referral ended before (R20, B1).',
    select: { submittedAt: true, emailedAt: true, access: { select: { endedAt: true, endCause: true } } },
    resolve: (referral, _args, { platform }) => secondsLate(referral, platform.now()),
  }),
);

type Period = { from?: Date | null | undefined; to?: Date | null | undefined };

const late = ({ from = null, to = null }: Period, { actor, platform }: RequestContext) =>
  findLateReferrals(actor, { from, to, now: platform.now() });

builder.queryField('lateReferrals', (t) =>
  t.prismaConnection({
    type: 'Referral',
    cursor: 'id',
    description:
      'The referrals that are not Emailed though 15 minutes have passed since submit, the oldest first: those your organization submitted, of cases it manages; for Employment Nova Scotia’s administrators all, as many as serviceLevel counts as openAndLate (R20, B1).',
    args: {
      from: t.arg({
        type: 'DateTime',
        required: false,
        description: 'Only those submitted at this instant or later.',
      }),
      to: t.arg({
        type: 'DateTime',
        required: false,
        description: 'Only those submitted before this instant.',
      }),
    },
    totalCount: async (_root, args, context) =>
      await context.platform.database.referral.count({ where: late(args, context) }),
    resolve: async (query, _root, args, context) =>
      await context.platform.database.referral.findMany({
        ...query,
        where: late(args, context),
        orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      }),
  }),
);
