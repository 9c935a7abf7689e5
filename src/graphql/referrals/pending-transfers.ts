import {
  findPendingTransfers,
  type PendingTransferDirection,
} from '../../domain/referrals/pending-transfers.ts';
import { daysUntilStale } from '../../domain/referrals/transfer-age.ts';
import { builder } from '../builder.ts';
import { PendingTransferRef } from './pending-transfer.ts';

const PendingTransferDirectionEnum = builder.enumType('PendingTransferDirection', {
  description: 'Which way a Case Transfer referral goes, seen from your organization.',
  values: {
    RECEIVED: { description: 'To your organization, which is to take the case over or decline.' },
    SENT: { description: 'From your organization, which can withdraw it.' },
  } satisfies Record<PendingTransferDirection, { description: string }>,
});

builder.queryField('pendingTransfers', (t) =>
  t.prismaConnection({
    type: PendingTransferRef,
    cursor: 'id',
    description:
      'The Case Transfer referrals that wait for their receiver to act, the oldest first: those to your organization, and those of cases it manages; for Employment Nova Scotia’s administrators all (B8). An organization that cannot receive referrals at present has none to act on (D12).',
    args: {
      direction: t.arg({
        type: PendingTransferDirectionEnum,
        required: false,
        description:
          'Only those to your organization, or only those from it; left out, all that you may see.',
      }),
      stale: t.arg.boolean({
        required: false,
        description: `True for those alone that have been waiting for ${daysUntilStale} days or more, false for the others alone.`,
      }),
      search: t.arg.string({
        required: false,
        description: 'A Case ID or names of the client, as in cases(search).',
      }),
    },
    totalCount: async (_root, args, { actor, platform: { database }, moment }) =>
      await database.referralAccess.count({
        where: await findPendingTransfers(actor, database, moment(), args),
      }),
    resolve: async (query, _root, args, { actor, platform: { database }, moment }) =>
      await database.referralAccess.findMany({
        ...query,
        where: await findPendingTransfers(actor, database, moment(), args),
        orderBy: [{ beganAt: 'asc' }, { id: 'asc' }],
      }),
  }),
);
