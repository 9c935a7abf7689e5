import { isTransferable } from '../../domain/cases/status.ts';
import {
  findTransferOptions,
  type TransferOptions as Options,
} from '../../domain/transfers/find-transfer-options.ts';
import { transferDestinations } from '../../domain/transfers/transfer-destinations.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { readId, readOptionalId } from '../ids.ts';
import { HandOverChoices } from './hand-over-choices.ts';

const destinations = (
  { managedBy }: Options,
  { search }: { search?: string | null | undefined },
  { actor, platform, moment }: RequestContext,
) => transferDestinations(actor, platform.database, moment().day, { managedBy, search: search ?? '' });

const TransferOptions = builder.objectRef<Options>('TransferOptions').implement({
  interfaces: [HandOverChoices],
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
    organizations: t.prismaConnection({
      type: 'Organization',
      cursor: 'id',
      description:
        'The organizations you can transfer it to, by name: your own; for Employment Nova Scotia’s administrators all that can receive referrals today (D5).',
      args: {
        search: t.arg.string({
          required: false,
          description: 'Words of a name in any order, accents and case ignored.',
        }),
      },
      totalCount: async (options, args, context) =>
        await context.platform.database.organization.count({
          where: await destinations(options, args, context),
        }),
      resolve: async (query, options, args, context) =>
        await context.platform.database.organization.findMany({
          ...query,
          where: await destinations(options, args, context),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
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
        caseId: readId('Case', args.caseId, 'caseId'),
        organizationId: readOptionalId('Organization', args.organizationId, 'organizationId'),
      }),
  }),
);
