import { organizationsNamed } from '../../domain/organizations/organization-search.ts';
import {
  caseloadOrganizations,
  caseloadsOf,
  findCaseloadOptions,
  type CaseloadOptions as Options,
} from '../../domain/transfers/caseload/find-caseload-options.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { readOptionalId } from '../ids.ts';
import { HandOverChoices } from './hand-over-choices.ts';

type Search = { search?: string | null | undefined };

const organizations = async ({ search }: Search, { actor, platform }: RequestContext) => ({
  AND: [caseloadOrganizations(actor), await organizationsNamed(platform.database, search ?? '')],
});

const CaseloadOptions = builder.objectRef<Options>('CaseloadOptions').implement({
  interfaces: [HandOverChoices],
  description: 'What can be chosen for transferCaseload (B9).',
  fields: (t) => ({
    fromCaseManagers: t.prismaConnection({
      type: 'Staff',
      cursor: 'id',
      description: 'Whose cases can go: everyone with a case that is not closed, active or not.',
      resolve: (query, { fromOrganizationId }, _args, { platform, actor }) =>
        platform.database.staff.findMany({
          ...query,
          where: caseloadsOf(actor, fromOrganizationId),
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    }),
    organizations: t.prismaConnection({
      type: 'Organization',
      cursor: 'id',
      description:
        'The organizations that caseloads can come from and go to, by name: your own; for Employment Nova Scotia’s administrators all.',
      args: {
        search: t.arg.string({
          required: false,
          description: 'Words of a name in any order, accents and case ignored.',
        }),
      },
      totalCount: async (_options, args, context) =>
        await context.platform.database.organization.count({ where: await organizations(args, context) }),
      resolve: async (query, _options, args, context) =>
        await context.platform.database.organization.findMany({
          ...query,
          where: await organizations(args, context),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
  }),
});

builder.queryField('caseloadOptions', (t) =>
  t.field({
    type: CaseloadOptions,
    description:
      'The choices for transferCaseload: inside your own organization for its administrator, between any for Employment Nova Scotia’s. Refused with NOT_ALLOWED for everyone else.',
    args: {
      fromOrganizationId: t.arg.id({
        required: false,
        description: 'Whose caseloads; your own organization’s where it is left out.',
      }),
      organizationId: t.arg.id({
        required: false,
        description: 'Where one is to go; left out, it stays inside the organization.',
      }),
    },
    resolve: (_root, args, { platform, actor }) =>
      findCaseloadOptions(actor, platform.database, {
        fromOrganizationId: readOptionalId('Organization', args.fromOrganizationId, 'fromOrganizationId'),
        organizationId: readOptionalId('Organization', args.organizationId, 'organizationId'),
      }),
  }),
);
