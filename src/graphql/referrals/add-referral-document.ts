import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { visibleDocuments } from '../../domain/referrals/access.ts';
import {
  addReferralDocument,
  DocumentTooLarge,
  TooManyDocuments,
} from '../../domain/referrals/add-referral-document.ts';
import { DocumentKindNotAllowed } from '../../domain/referrals/document-kind.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const AddReferralDocumentSuccess = builder.objectRef<{ id: string }>('AddReferralDocumentSuccess').implement({
  description: 'The document has been added.',
  fields: (t) => ({
    document: t.prismaField({
      type: 'ReferralDocument',
      description: 'The document, under the name it was given here.',
      resolve: (query, { id }, _args, { platform, actor }) =>
        platform.database.referralDocument.findFirstOrThrow({
          ...query,
          where: { id, ...visibleDocuments(actor) },
        }),
    }),
  }),
});

const AddReferralDocumentInput = builder.inputType('AddReferralDocumentInput', {
  description: 'Which file to add, and to which draft.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    file: t.field({
      type: 'File',
      description:
        'At most 10 MB: a PDF, a Word document without macros or embedded files (.docx), a PNG or JPEG picture, or plain text in UTF-8. What counts is what it holds, not its name.',
    }),
  }),
});

builder.mutationField('addReferralDocument', (t) =>
  t.field({
    type: AddReferralDocumentSuccess,
    description:
      'Adds a file to a draft, by a multipart request (R13). After submit documents stay as they are (D11). They are never emailed. A referral has at most 20.',
    args: {
      input: t.arg({ type: AddReferralDocumentInput, description: 'Which file to add, and to which draft.' }),
    },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        ReferralLocked,
        InvalidInput,
        DocumentTooLarge,
        DocumentKindNotAllowed,
        TooManyDocuments,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => ({
      id: await addReferralDocument(actor, platform, {
        ...input,
        referralId: readId('Referral', input.referralId, 'referralId'),
      }),
    }),
  }),
);
