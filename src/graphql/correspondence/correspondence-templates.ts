import { templatesOnOffer } from '../../domain/correspondence/template-text.ts';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';
import { ReferralTypeEnum } from '../referrals/referral-type.ts';
import { TemplateTextRef } from './template-version.ts';

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
    retiredAt: t.expose('retiredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken off offer; null while it is on offer.',
    }),
    versions: t.relatedConnection('versions', {
      cursor: 'id',
      totalCount: true,
      description: 'Every version published so far, newest first. None is ever changed (R22).',
      query: { orderBy: { number: 'desc' } },
    }),
  }),
});

builder.queryField('correspondenceTemplates', (t) =>
  t.prismaConnection({
    type: 'CorrespondenceTemplate',
    cursor: 'id',
    description: 'The templates on offer for a type of referral, and on request those retired (R8).',
    args: {
      referralType: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }),
      language: t.arg({
        type: LanguageEnum,
        required: false,
        description: 'Only templates that have a text in this language; every template has one in each.',
      }),
      includeRetired: t.arg.boolean({
        defaultValue: false,
        description: 'Also those that are no longer on offer; a referral cannot choose them.',
      }),
    },
    totalCount: (_root, args, { platform }) =>
      platform.database.correspondenceTemplate.count({ where: wanted(args) }),
    resolve: (query, _root, args, { platform }) =>
      platform.database.correspondenceTemplate.findMany({
        ...query,
        where: wanted(args),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
  }),
);

function wanted({
  referralType,
  language,
  includeRetired,
}: {
  referralType: typeof ReferralTypeEnum.$inferType;
  language?: typeof LanguageEnum.$inferType | null | undefined;
  includeRetired: boolean;
}) {
  const inLanguage = typeof language === 'string' ? { texts: { some: { language } } } : {};
  const templates = includeRetired ? { referralType } : templatesOnOffer(referralType);
  return { ...templates, versions: { some: inLanguage } };
}
