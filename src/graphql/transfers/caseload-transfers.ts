import { visibleCaseloads } from '../../domain/transfers/caseload/access.ts';
import { builder } from '../builder.ts';
import { CaseloadTransferRef } from './caseload-transfer.ts';

builder.queryField('caseloadTransfers', (t) =>
  t.prismaConnection({
    type: CaseloadTransferRef,
    cursor: 'id',
    description:
      'The caseload transfers from or to your organization, newest first; for Employment Nova Scotia’s administrators all (B9).',
    totalCount: async (_root, _args, { platform, actor }) =>
      await platform.database.caseloadTransfer.count({ where: visibleCaseloads(actor) }),
    resolve: async (query, _root, _args, { platform, actor }) =>
      await platform.database.caseloadTransfer.findMany({
        ...query,
        where: visibleCaseloads(actor),
        orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
);
