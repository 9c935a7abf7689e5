import { visibleDocuments } from '../../domain/referrals/access.ts';
import { builder } from '../builder.ts';

const DocumentLink = builder.objectRef<{ url: string; expiresAt: Date }>('DocumentLink').implement({
  description: 'Where a document can be downloaded, by the user who asked and for a few minutes.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Answers the file as an attachment, without a token.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link stops working.' }),
  }),
});

builder.prismaNode('ReferralDocument', {
  description:
    'A file added to a referral (R13). It is for whoever sees the referral, and nobody else; it is not emailed (D11).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleDocuments(actor)] }),
  fields: (t) => ({
    fileName: t.exposeString('fileName', {
      description: 'The name it was sent under, made safe, with the extension of what it holds.',
    }),
    mediaType: t.exposeString('mediaType', { description: 'What it holds, found by looking into it.' }),
    byteSize: t.exposeInt('byteSize', { description: 'Its length in bytes.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its bytes in hexadecimal.' }),
    uploadedBy: t.relation('uploadedBy', { description: 'Who added it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    link: t.field({
      type: DocumentLink,
      description:
        'A new link to the file. It stops working early where its user may not see the referral any more.',
      resolve: ({ id }, _args, { actor, links }) => links.sign('documents', { staffId: actor.staffId, id }),
    }),
  }),
});

builder.prismaObjectField('Referral', 'documents', (t) =>
  t.relatedConnection('documents', {
    cursor: 'id',
    totalCount: true,
    description: 'The documents added to it, in the order they were added (R13).',
    query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  }),
);
