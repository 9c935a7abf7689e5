import { findTransferReceipts, type ReceiptFilter } from '../../domain/transfers/find-transfer-receipts.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { TransferReceiptRef } from './transfer-receipt.ts';

const kept = (filter: ReceiptFilter, { actor, platform }: RequestContext) =>
  findTransferReceipts(actor, filter, platform.timeZone);

builder.queryField('transferReceipts', (t) =>
  t.prismaConnection({
    type: TransferReceiptRef,
    cursor: 'id',
    description:
      'The receipts of the cases your organization has given up, newest first; for Employment Nova Scotia’s administrators those of all organizations (D7).',
    args: {
      caseNumber: t.arg.string({ required: false, description: 'The Case ID, or how it begins.' }),
      from: t.arg({
        type: 'Date',
        required: false,
        description: 'Only transfers completed on this day or later, in the program’s time zone.',
      }),
      to: t.arg({
        type: 'Date',
        required: false,
        description: 'Only transfers completed on this day or earlier, in the program’s time zone.',
      }),
    },
    totalCount: async (_root, args, context) =>
      await context.platform.database.caseTransfer.count({ where: kept(args, context) }),
    resolve: async (query, _root, args, context) =>
      await context.platform.database.caseTransfer.findMany({
        ...query,
        where: kept(args, context),
        orderBy: [{ completedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
);
