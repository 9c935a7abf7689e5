import { renderReferralEmail } from '../../documents/email/render-referral-email.ts';
import { letterFileName } from '../../documents/letter/letter-file-name.ts';
import type { LetterPdf } from '../../domain/correspondence/letter-pdf.ts';
import {
  type PreviewedText,
  previewTemplate,
  type TemplatePreview,
} from '../../domain/correspondence/preview-template.ts';
import { builder } from '../builder.ts';
import { readTemplateInput, templateInputFields } from './template-input.ts';
import { TemplateProblemRef } from './template-problem.ts';

/** Rendering takes tens of milliseconds. */
const renderingComplexity = 500;

const PreviewedEmailRef = builder.objectRef<{ html: string; text: string }>('PreviewedEmail').implement({
  description: 'An email as its reader sees it.',
  fields: (t) => ({
    html: t.exposeString('html', { description: 'As HTML, a whole document.' }),
    text: t.exposeString('text', { description: 'As plain text.' }),
  }),
});

const PreviewedLetterRef = builder.objectRef<LetterPdf & { fileName: string }>('PreviewedLetter').implement({
  description: 'A letter made of sample data. It is kept nowhere, so there is no link to it.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'The name that attachments have.' }),
    sha256: t.exposeString('sha256', {
      description: 'SHA-256 of the PDF in hexadecimal: the same texts give the same bytes.',
    }),
    byteSize: t.int({ description: 'Length of the PDF in bytes.', resolve: ({ pdf }) => pdf.byteLength }),
    base64: t.string({
      description: 'The PDF itself.',
      resolve: ({ pdf }) => Buffer.from(pdf).toString('base64'),
    }),
  }),
});

const fileName = ({ language }: PreviewedText) => letterFileName(language === 'FR' ? 'fr' : 'en');

const PreviewedTextRef = builder.objectRef<PreviewedText>('PreviewedTemplateText').implement({
  description: 'What texts in one language make of an invented referral.',
  fields: (t) => ({
    emailSubject: t.exposeString('emailSubject', { description: 'What Email Subject is set to (R9).' }),
    emailContent: t.exposeString('emailContent', { description: 'What Email Content is set to (R9).' }),
    email: t.field({
      type: PreviewedEmailRef,
      complexity: renderingComplexity,
      description: 'The email with these, as it is sent.',
      resolve: (preview) =>
        renderReferralEmail({
          language: preview.language === 'FR' ? 'fr' : 'en',
          subject: preview.emailSubject,
          content: preview.emailContent,
          sender: preview.sender,
          letterFileName: fileName(preview),
        }),
    }),
    letter: t.field({
      type: PreviewedLetterRef,
      complexity: renderingComplexity,
      description: 'The letter, made as letters of real referrals are (R14).',
      resolve: async (preview) => ({ ...(await preview.letter()), fileName: fileName(preview) }),
    }),
  }),
});

const PreviewRef = builder.objectRef<TemplatePreview>('CorrespondenceTemplatePreview').implement({
  description: 'What texts would look like if they were published, and what keeps them from it.',
  fields: (t) => ({
    problems: t.expose('problems', {
      type: [TemplateProblemRef],
      description:
        'What publishCorrespondenceTemplate would refuse, at most 100; empty where it can be published.',
    }),
    en: t.field({
      type: PreviewedTextRef,
      nullable: true,
      description: 'The English texts; null while they are missing or wrong in themselves.',
      resolve: ({ EN }) => EN,
    }),
    fr: t.field({
      type: PreviewedTextRef,
      nullable: true,
      description: 'The French texts; null while they are missing or wrong in themselves.',
      resolve: ({ FR }) => FR,
    }),
  }),
});

const PreviewCorrespondenceTemplateInput = builder.inputType('PreviewCorrespondenceTemplateInput', {
  description: 'Texts that are not published yet, in one language or both, and what they are for.',
  fields: (t) => templateInputFields(t),
});

builder.queryField('previewCorrespondenceTemplate', (t) =>
  t.field({
    type: PreviewRef,
    description:
      'Checks a template’s texts before they are published, and shows the email and the letter they make of an invented referral (R14, R22). For administrators of Employment Nova Scotia (R23). Keeps nothing.',
    args: { input: t.arg({ type: PreviewCorrespondenceTemplateInput, description: 'The texts.' }) },
    resolve: async (_root, { input }, { actor, platform }) =>
      await previewTemplate(actor, platform, readTemplateInput(input)),
  }),
);
