import { visibleNotes } from '../../domain/referrals/access.ts';
import { builder } from '../builder.ts';

builder.prismaNode('ReferralNote', {
  description:
    'A note on a referral (R13). It is never changed; whoever sees the referral sees it, and nobody else.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleNotes(actor)] }),
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What was noted, with its line breaks.' }),
    author: t.relation('author', { description: 'Who wrote it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
});

builder.prismaObjectField('Referral', 'notes', (t) =>
  t.relatedConnection('notes', {
    cursor: 'id',
    totalCount: true,
    description: 'The notes on it, newest first (R13).',
    query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
  }),
);
