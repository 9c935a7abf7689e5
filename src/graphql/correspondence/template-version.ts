import { hasPrivilege } from '../../domain/privileges.ts';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';

/** What a version of a template says in one language. */
export const TemplateTextRef = builder.prismaObject('CorrespondenceTemplateText', {
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

builder.prismaObject('CorrespondenceTemplateVersion', {
  description: 'A version of a template as it was published; it is never changed (R22).',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counted from 1 in each template.' }),
    isNewest: t.boolean({
      description:
        'Whether the template has no later version. A draft keeps the version that set its texts until its template or language is chosen anew.',
      select: {
        number: true,
        template: {
          select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
        },
      },
      resolve: ({ number, template }) => template.versions[0]?.number === number,
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    publishedBy: t.relation('publishedBy', {
      nullable: true,
      authScopes: (_version, _args, { actor }) => hasPrivilege(actor, 'publishTemplates'),
      unauthorizedResolver: () => null,
      description:
        'Who published it, told to administrators of Employment Nova Scotia; null for a version that came with the service.',
    }),
    texts: t.field({
      description: 'Its texts in each language.',
      type: [TemplateTextRef],
      args: { language: t.arg({ type: LanguageEnum, required: false, description: 'Only this language.' }) },
      select: { texts: { orderBy: { language: 'asc' } } },
      resolve: ({ texts }, { language }) =>
        texts.filter((text) => typeof language !== 'string' || text.language === language),
    }),
  }),
});
