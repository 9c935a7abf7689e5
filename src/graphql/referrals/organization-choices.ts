import { eligibilityFacts, ineligibilityOf } from '../../domain/organizations/eligibility.ts';
import { findOrganizationChoices } from '../../domain/referrals/find-referral-organizations.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { OrganizationRef } from '../organizations/organization.ts';
import { IneligibilityReason } from './organization-not-eligible.ts';
import { ReferralTypeEnum } from './referral-type.ts';

/** An organization, and whether the user can refer to it. */
export const OrganizationChoice = builder.prismaObject('Organization', {
  variant: 'OrganizationChoice',
  description: 'An organization of the network, and whether you can refer to it today (B6).',
  fields: (t) => ({
    organization: t.variant(OrganizationRef, { description: 'The organization.' }),
    allowed: t.boolean({
      description: 'Whether it can be chosen: then it is one of referralOrganizations.',
      select: (_args, { moment }) => eligibilityFacts(moment().day),
      resolve: (organization, _args, { actor }) => ineligibilityOf(actor, organization).length === 0,
    }),
    reasons: t.field({
      type: [IneligibilityReason],
      description:
        'Every reason why it cannot, the same that updateReferral and submitReferral give; none where it can.',
      select: (_args, { moment }) => eligibilityFacts(moment().day),
      resolve: (organization, _args, { actor }) => ineligibilityOf(actor, organization),
    }),
  }),
});

builder.queryField('organizationChoices', (t) =>
  t.prismaConnection({
    type: OrganizationChoice,
    cursor: 'id',
    description:
      'Every organization of the network by name, and whether a referral of this case can be sent to it today, and if not, why (R6, B6). Empty for referrals outside LaMPSS: there the organization is typed.',
    args: {
      caseId: t.arg.id({ description: 'The case that is being referred.' }),
      type: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }),
      search: t.arg.string({
        required: false,
        description: 'Parts of a name, in any order; accents and case are ignored.',
      }),
    },
    totalCount: async (_root, args, { actor, platform: { database } }) =>
      await database.organization.count({
        where: await findOrganizationChoices(actor, database, {
          ...args,
          caseId: readId('Case', args.caseId, 'caseId'),
        }),
      }),
    resolve: async (query, _root, args, { actor, platform: { database } }) =>
      await database.organization.findMany({
        ...query,
        where: await findOrganizationChoices(actor, database, {
          ...args,
          caseId: readId('Case', args.caseId, 'caseId'),
        }),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
);
