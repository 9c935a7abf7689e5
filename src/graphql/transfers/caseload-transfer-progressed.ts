import { NotFound } from '../../domain/errors.ts';
import { visibleCaseloads } from '../../domain/transfers/caseload/access.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { afterDescription, cursorDescription } from '../event-cursor.ts';
import { readId } from '../ids.ts';
import { CaseloadTransferRef } from './caseload-transfer.ts';

const CaseloadTransferProgress = builder
  .objectRef<{ cursor: string; subjectId: string }>('CaseloadTransferProgress')
  .implement({
    description: 'A caseload transfer of which more cases are done.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      caseloadTransfer: t.prismaField({
        type: CaseloadTransferRef,
        description: 'The caseload transfer as it is now.',
        resolve: (query, { subjectId }, _args, { platform, actor }) =>
          platform.database.caseloadTransfer.findFirstOrThrow({
            ...query,
            where: { id: subjectId, AND: [visibleCaseloads(actor)] },
          }),
      }),
    }),
  });

builder.subscriptionField('caseloadTransferProgressed', (t) =>
  t.field({
    type: CaseloadTransferProgress,
    description:
      'How far a caseload transfer has come, each time some more of its cases are done, and when it is finished (B9). The last event has a `finishedAt`.',
    args: {
      caseloadTransferId: t.arg.id({ description: 'The id of the caseload transfer.' }),
      after: t.arg.string({ required: false, description: afterDescription }),
    },
    subscribe: async (_root, { after, ...args }, context) => {
      const { platform, actor } = context;
      const id = readId('CaseloadTransfer', args.caseloadTransferId, 'caseloadTransferId');
      const seesIt = async () =>
        (await platform.database.caseloadTransfer.count({
          where: { id, AND: [visibleCaseloads(actor)] },
        })) > 0;
      if (!(await seesIt())) throw new NotFound();
      return await deliver(context, { topic: 'caseloadTransfer', key: id, after }, async () =>
        (await seesIt()) ? 'deliver' : 'end',
      );
    },
    resolve: (event) => event,
  }),
);
