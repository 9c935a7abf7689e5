import type { LetterPdf } from '../domain/correspondence/letter-pdf.ts';
import { AttemptOutcome, CorrespondenceStatus } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import { nodeId } from './ids.ts';
import { LanguageEnum } from './language.ts';
import { ReferralTypeEnum } from './referral-type.ts';

const TemplateTextRef = builder.prismaObject('CorrespondenceTemplateText', {
  description: 'What a template says in one language.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum, description: 'The language.' }),
    name: t.exposeString('name', { description: 'The name of the template.' }),
    emailSubject: t.exposeString('emailSubject', { description: 'What Email Subject is set to (R9).' }),
    emailContent: t.exposeString('emailContent', { description: 'What Email Content is set to (R9).' }),
    letterTitle: t.exposeString('letterTitle', { description: 'The title of the letter.' }),
    letterBody: t.exposeString('letterBody', {
      description: 'The text of the letter, with its placeholders.',
    }),
  }),
});

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

const CorrespondenceStatusEnum = builder.enumType('CorrespondenceStatus', {
  description: 'How far a sending has come.',
  values: {
    [CorrespondenceStatus.QUEUED]: { description: 'Waiting to go out, or to be tried again.' },
    [CorrespondenceStatus.SENT]: { description: 'Accepted by the mail server.' },
    [CorrespondenceStatus.FAILED]: { description: 'Refused for good, or tried too often (D2).' },
  },
});

const AttemptOutcomeEnum = builder.enumType('AttemptOutcome', {
  description: 'How an attempt to send ended.',
  values: {
    [AttemptOutcome.ACCEPTED]: { description: 'The mail server accepted the message.' },
    [AttemptOutcome.DEFERRED]: { description: 'It could not be handed over now and is tried again.' },
    [AttemptOutcome.REFUSED]: { description: 'The mail server refused it for good.' },
  },
});

builder.prismaObject('CorrespondenceAttempt', {
  description: 'One attempt to hand a message to the mail server.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counted from 1.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it runs, or if it broke off.',
    }),
    outcome: t.expose('outcome', {
      type: AttemptOutcomeEnum,
      nullable: true,
      description: 'How it ended; null while it runs, or if it broke off.',
    }),
    replyCode: t.exposeInt('replyCode', {
      nullable: true,
      description: 'The SMTP reply code; null where the server gave none.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it did not succeed; null where it did.',
    }),
  }),
});

builder.prismaObject('Correspondence', {
  description: 'One sending of a referral’s letter.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counted from 1 in each referral.' }),
    status: t.expose('status', { type: CorrespondenceStatusEnum, description: 'How far it has come.' }),
    emailTo: t.exposeString('emailTo', { description: 'The address it goes to.' }),
    messageId: t.exposeString('messageId', {
      description: 'The Message-ID header of the email, the same at each attempt.',
    }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', description: 'When it was put in the queue.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server accepted it; null until then.',
    }),
    failedAt: t.expose('failedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it failed for good; null if it did not.',
    }),
    failureReason: t.exposeString('failureReason', {
      nullable: true,
      description: 'Why it failed; null if it did not.',
    }),
    attempts: t.relation('attempts', {
      description: 'Each attempt, in order.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
});

builder.prismaNode('CorrespondenceTemplate', {
  description:
    'A template for the letter and email of a type of referral, set up by Employment Nova Scotia (R22).',
  id: { field: 'id' },
  findUnique: (id) => ({ id: nodeId(id) }),
  include: { versions: { orderBy: { number: 'desc' }, take: 1, include: { texts: true } } },
  fields: (t) => ({
    referralType: t.expose('referralType', {
      type: ReferralTypeEnum,
      description: 'The type of referral it is for (R8).',
    }),
    version: t.int({
      description: 'The number of the newest version.',
      resolve: ({ versions }) => versions[0]?.number ?? 0,
    }),
    texts: t.field({
      description: 'The newest version’s texts in each language.',
      type: [TemplateTextRef],
      args: { language: t.arg({ type: LanguageEnum, required: false, description: 'Only this language.' }) },
      resolve: ({ versions }, { language }) =>
        (versions[0]?.texts ?? []).filter(
          (text) => typeof language !== 'string' || text.language === language,
        ),
    }),
    name: t.string({
      description: 'Its name in the language of the request.',
      resolve: ({ versions }, _, context) =>
        versions[0]?.texts.find(({ language }) => language === context.language)?.name ?? '',
    }),
  }),
});

builder.queryField('correspondenceTemplates', (t) =>
  t.prismaConnection({
    type: 'CorrespondenceTemplate',
    cursor: 'id',
    description: 'The templates on offer for a type of referral (R8).',
    args: {
      referralType: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }),
      language: t.arg({
        type: LanguageEnum,
        required: false,
        description: 'Only templates that have a text in this language; every template has one in each.',
      }),
    },
    totalCount: (_root, { referralType, language }, { platform }) =>
      platform.database.correspondenceTemplate.count({ where: onOffer(referralType, language) }),
    resolve: (query, _root, { referralType, language }, { platform }) =>
      platform.database.correspondenceTemplate.findMany({
        ...query,
        where: onOffer(referralType, language),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
  }),
);

function onOffer(
  referralType: typeof ReferralTypeEnum.$inferType,
  language: typeof LanguageEnum.$inferType | null | undefined,
) {
  const inLanguage = typeof language === 'string' ? { texts: { some: { language } } } : {};
  return { referralType, retiredAt: null, versions: { some: inLanguage } };
}
