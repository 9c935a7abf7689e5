import { renderReferralEmail } from '../../documents/email/render-referral-email.ts';
import { letterFileName } from '../../documents/letter/letter-file-name.ts';
import type { ReceiverEmail } from '../../domain/referrals/receiver-email.ts';
import { builder } from '../builder.ts';

/** Rendering takes tens of milliseconds. */
const renderingComplexity = 500;

/** The email of a referral as its receiver gets it. */
export const ReceiverEmailRef = builder.objectRef<ReceiverEmail>('ReceiverEmail').implement({
  description: 'The email of a referral as its receiver gets it, as it would be written now (R21).',
  fields: (t) => ({
    fromName: t.string({ description: 'The name it comes from.', resolve: ({ from }) => from.name }),
    fromAddress: t.string({
      description: 'The no-reply address it comes from.',
      resolve: ({ from }) => from.address,
    }),
    to: t.exposeString('to', {
      nullable: true,
      description: 'Where it goes; after submit, where the newest sending went. Null while empty.',
    }),
    subject: t.exposeString('subject', { nullable: true, description: 'Its subject; null while empty.' }),
    content: t.exposeString('content', {
      nullable: true,
      description: 'Its content as entered; null while empty.',
    }),
    text: t.string({
      nullable: true,
      complexity: renderingComplexity,
      description: 'All that it says, as plain text; null while subject or content is empty.',
      resolve: async (email) => (await render(email))?.text,
    }),
    html: t.string({
      nullable: true,
      complexity: renderingComplexity,
      description: 'All that it says, as an HTML document; null while subject or content is empty.',
      resolve: async (email) => (await render(email))?.html,
    }),
  }),
});

async function render({ language, subject, content, sender }: ReceiverEmail) {
  if (subject === null || content === null) return null;
  const locale = language === 'FR' ? 'fr' : 'en';
  const file = letterFileName(locale);
  return await renderReferralEmail({ language: locale, subject, content, sender, letterFileName: file });
}
