import { templatesOnOffer } from '../../domain/correspondence/template-text.ts';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';
import { ReferralTypeEnum } from '../referrals/referral-type.ts';

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

builder.prismaNode('CorrespondenceTemplate', {
  description:
    'A template for the letter and email of a type of referral, set up by Employment Nova Scotia (R22).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id) => ({ id }),
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
  return { ...templatesOnOffer(referralType), versions: { some: inLanguage } };
}
