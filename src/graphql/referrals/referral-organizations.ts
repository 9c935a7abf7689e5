import { findReferralOrganizations } from '../../domain/referrals/find-referral-organizations.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { ReferralTypeEnum } from './referral-type.ts';

builder.queryField('referralOrganizations', (t) =>
  t.prismaConnection({
    type: 'Organization',
    cursor: 'id',
    description:
      'The organizations a referral of this case can be sent to today (R6), by name. Empty for referrals outside LaMPSS: there the organization is typed.',
    args: {
      caseId: t.arg.id({ description: 'The case that is being referred.' }),
      type: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }),
      search: t.arg.string({
        required: false,
        description: 'Parts of a name, in any order; accents and case are ignored.',
      }),
    },
    totalCount: async (_root, args, { actor, platform, moment }) =>
      await platform.database.organization.count({
        where: await findReferralOrganizations(actor, platform.database, moment().day, {
          ...args,
          caseId: readId('Case', args.caseId, 'caseId'),
        }),
      }),
    resolve: async (query, _root, args, { actor, platform, moment }) =>
      await platform.database.organization.findMany({
        ...query,
        where: await findReferralOrganizations(actor, platform.database, moment().day, {
          ...args,
          caseId: readId('Case', args.caseId, 'caseId'),
        }),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
);
