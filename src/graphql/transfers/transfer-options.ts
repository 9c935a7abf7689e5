import { isTransferable } from '../../domain/cases/status.ts';
import {
  findTransferOptions,
  type TransferOptions as Options,
} from '../../domain/transfers/find-transfer-options.ts';
import {
  agreementChoices,
  caseManagerChoices,
  locationChoices,
  officeChoices,
} from '../../domain/transfers/transfer-choices.ts';
import { transferDestinations } from '../../domain/transfers/transfer-destinations.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { readId, readOptionalId } from '../ids.ts';

/** No organization has this id: there is nothing to choose from until one is named. */
const nowhere = '00000000-0000-0000-0000-000000000000';

const destination = ({ organizationId }: Options) => organizationId ?? nowhere;

const destinations = (
  { managedBy }: Options,
  { search }: { search?: string | null | undefined },
  { actor, moment }: RequestContext,
) => transferDestinations(actor, moment().day, managedBy, search ?? '');

const TransferOptions = builder.objectRef<Options>('TransferOptions').implement({
  description:
    'What can be chosen on Case Details/Transfer: only what belongs to the organization that takes the case over (R29).',
  fields: (t) => ({
    transferable: t.boolean({
      description:
        'Whether the case has a status in which it can be transferred: not Follow up or Closed (R31).',
      resolve: ({ status }) => isTransferable(status),
    }),
    managedBy: t.prismaField({
      type: 'Organization',
      description: 'The organization that manages the case.',
      resolve: (query, { managedBy }, _args, { platform }) =>
        platform.database.organization.findUniqueOrThrow({ ...query, where: { id: managedBy } }),
    }),
    organization: t.prismaField({
      type: 'Organization',
      nullable: true,
      description:
        'The organization whose choices these are: yours, or the one named; null for Employment Nova Scotia until one is named.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.organization.findUnique({ ...query, where: { id: destination(options) } }),
    }),
    organizations: t.prismaConnection({
      type: 'Organization',
      cursor: 'id',
      description:
        'The organizations you can transfer it to, by name: your own; for Employment Nova Scotia’s administrators all that can receive referrals today (D5).',
      args: { search: t.arg.string({ required: false, description: 'Part of a name.' }) },
      totalCount: (options, args, context) =>
        context.platform.database.organization.count({ where: destinations(options, args, context) }),
      resolve: (query, options, args, context) =>
        context.platform.database.organization.findMany({
          ...query,
          where: destinations(options, args, context),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    offices: t.prismaConnection({
      type: 'Office',
      cursor: 'id',
      description: 'Office.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.office.findMany({
          ...query,
          where: officeChoices(destination(options)),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    caseManagers: t.prismaConnection({
      type: 'Staff',
      cursor: 'id',
      description: 'Agrmnt/Case Manager: the active case managers.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.staff.findMany({
          ...query,
          where: caseManagerChoices(destination(options)),
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    }),
    agreements: t.prismaConnection({
      type: 'Agreement',
      cursor: 'id',
      description: 'Accountability Reporting: the active agreements.',
      resolve: (query, options, _args, { platform, moment }) =>
        platform.database.agreement.findMany({
          ...query,
          where: agreementChoices(destination(options), moment().day),
          orderBy: [{ number: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocations: t.prismaConnection({
      type: 'ServiceDeliveryLocation',
      cursor: 'id',
      description: 'Service Delivery Location.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.serviceDeliveryLocation.findMany({
          ...query,
          where: locationChoices(destination(options)),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocationRequired: t.boolean({
      description: 'Whether a location must be chosen: where there are several (R29).',
      resolve: async (options, _args, { platform }) =>
        (await platform.database.serviceDeliveryLocation.count({
          where: locationChoices(destination(options)),
        })) > 1,
    }),
  }),
});

builder.queryField('transferOptions', (t) =>
  t.field({
    type: TransferOptions,
    nullable: true,
    description:
      'The choices for completing the transfer of a case; null where no Case Transfer referral to your organization is open. Employment Nova Scotia’s administrators have them for every case (D5).',
    args: {
      caseId: t.arg.id({ description: 'The id of the case.' }),
      organizationId: t.arg.id({
        required: false,
        description:
          'The organization whose choices are wanted: for Employment Nova Scotia one of `organizations`, for everyone else their own.',
      }),
    },
    resolve: (_root, args, { platform, actor, moment }) =>
      findTransferOptions(actor, platform.database, moment(), {
        caseId: readId('Case', args.caseId),
        organizationId: readOptionalId('Organization', args.organizationId),
      }),
  }),
);
