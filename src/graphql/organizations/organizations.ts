import { findOrganizations, type OrganizationFilter } from '../../domain/organizations/find-organizations.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';

const OrganizationFilterInput = builder.inputType('OrganizationFilter', {
  description: 'Which organizations are wanted; all of what is given holds for each.',
  fields: (t) => ({
    eligible: t.boolean({
      required: false,
      description: 'True: those you can refer to today (R6). False: those you cannot.',
    }),
    closed: t.boolean({ required: false, description: 'True: closed ones. False: open ones.' }),
  }),
});

const wanted = (
  { search, filter }: { search?: string | null | undefined; filter?: OrganizationFilter | null | undefined },
  { actor, platform, moment }: RequestContext,
) => findOrganizations(actor, platform.database, moment().day, { ...filter, search });

builder.queryField('organizations', (t) =>
  t.prismaConnection({
    type: 'Organization',
    cursor: 'id',
    description:
      'The organizations of the network by name; with referralEligibility, whether you can refer to each today, and if not, why.',
    args: {
      search: t.arg.string({
        required: false,
        description: 'Words of a name in any order, accents and case ignored.',
      }),
      filter: t.arg({ type: OrganizationFilterInput, required: false, description: 'Which are wanted.' }),
    },
    totalCount: async (_root, args, context) =>
      await context.platform.database.organization.count({ where: await wanted(args, context) }),
    resolve: async (query, _root, args, context) =>
      await context.platform.database.organization.findMany({
        ...query,
        where: await wanted(args, context),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
);

builder.queryField('programs', (t) =>
  t.prismaConnection({
    type: 'Program',
    cursor: 'id',
    description: 'All programs by code, to choose from for cases and agreements.',
    totalCount: (_root, _args, { platform }) => platform.database.program.count(),
    resolve: (query, _root, _args, { platform }) =>
      platform.database.program.findMany({ ...query, orderBy: [{ code: 'asc' }, { id: 'asc' }] }),
  }),
);
