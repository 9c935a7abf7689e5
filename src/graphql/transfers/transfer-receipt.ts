import { keptReceipts } from '../../domain/transfers/access.ts';
import { builder } from '../builder.ts';

/** What the previous organization keeps of a transfer: a type of its own, so that no field of the case can slip into it (D7). */
export const TransferReceiptRef = builder.prismaNode('CaseTransfer', {
  variant: 'TransferReceipt',
  description:
    'What the organization that gave a case up keeps of the transfer: Case ID, when, and to whom. It tells nothing of the client or the case (D7).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [keptReceipts(actor)] }),
  fields: (t) => ({
    caseNumber: t.string({
      description: 'The Case ID (D13).',
      select: { case: { select: { number: true } } },
      resolve: (transfer) => transfer.case.number,
    }),
    completedAt: t.expose('completedAt', { type: 'DateTime', description: 'When it was completed.' }),
    fromOrganization: t.relation('fromOrganization', { description: 'The organization that gave it up.' }),
    toOrganization: t.relation('toOrganization', { description: 'The organization that it went to.' }),
  }),
});
