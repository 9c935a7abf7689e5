import type { LetterPdf } from '../../domain/correspondence/letter-pdf.ts';
import { builder } from '../builder.ts';

/** The letter of a referral, with a link for the viewer alone. */
export type LetterView = LetterPdf & { url: string; expiresAt: Date; fileName: string };

/** See {@link LetterView}. */
export const LetterRef = builder.objectRef<LetterView>('Letter').implement({
  description: 'The letter of a referral, exactly as it will be or was attached to the email (R14).',
  fields: (t) => ({
    url: t.exposeString('url', {
      description: 'Where the PDF can be fetched, without a token, for a few minutes.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link stops working.' }),
    fileName: t.exposeString('fileName', { description: 'The name of the attachment.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the PDF in hexadecimal (B2).' }),
    byteSize: t.int({ description: 'Length of the PDF in bytes.', resolve: ({ pdf }) => pdf.byteLength }),
    base64: t.string({
      description: 'The PDF itself, for those who want it inline.',
      resolve: ({ pdf }) => Buffer.from(pdf).toString('base64'),
    }),
  }),
});
