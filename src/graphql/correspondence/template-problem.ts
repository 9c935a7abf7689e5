import {
  InvalidTemplate,
  type TemplateProblem,
  type TemplateProblemKind,
} from '../../domain/correspondence/invalid-template.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';
import { LanguageEnum } from '../language.ts';

const kinds: Record<TemplateProblemKind, { description: string }> = {
  MISSING_LANGUAGE: { description: 'The texts of a language are not there.' },
  EMPTY: { description: 'Nothing is written there.' },
  TOO_LONG: { description: 'The place is what is too much.' },
  CONTROL_CHARACTER: {
    description: 'A line break where there can be one line only, or an invisible character.',
  },
  UNPRINTABLE_CHARACTER: { description: 'A character that the letter’s fonts do not have.' },
  UNKNOWN_PLACEHOLDER: { description: 'A placeholder that is not one of templatePlaceholders.' },
  UNBALANCED_PLACEHOLDER: {
    description: 'Braces that are not closed, or not opened, or not in equal number.',
  },
  MALFORMED_PLACEHOLDER: { description: 'A placeholder with spaces, or other than two braces, or no name.' },
  MISPLACED_PLACEHOLDER: { description: 'A placeholder or brace outside the text of the letter.' },
  LANGUAGES_DIFFER: { description: 'A placeholder that the letter in the other language does not use.' },
  NAME_TAKEN: { description: 'Another template on offer for the type has this name.' },
};

const TemplateProblemKindEnum = builder.enumType('TemplateProblemKind', {
  description: 'What can be wrong with a template’s texts.',
  values: kinds,
});

/** One thing that is wrong with a template's texts. */
export const TemplateProblemRef = builder.objectRef<TemplateProblem>('TemplateProblem').implement({
  description: 'One thing that is wrong with a template’s texts, and where.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TemplateProblemKindEnum, description: 'What is wrong.' }),
    language: t.expose('language', { type: LanguageEnum, description: 'In which language’s texts.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'In which field of the input’s en or fr; null where the whole language is missing.',
    }),
    start: t.int({
      nullable: true,
      description:
        'Where it begins in the text as sent, in UTF-16 units; null where the language is missing.',
      resolve: ({ place }) => place?.start,
    }),
    end: t.int({
      nullable: true,
      description: 'Where it ends: the unit after it; null where the language is missing.',
      resolve: ({ place }) => place?.end,
    }),
    line: t.int({
      nullable: true,
      description: 'The line it begins in, counted from 1; null where the language is missing.',
      resolve: ({ place }) => place?.line,
    }),
    column: t.int({
      nullable: true,
      description: 'Where in the line it begins, in UTF-16 units from 1; null where the language is missing.',
      resolve: ({ place }) => place?.column,
    }),
    excerpt: t.string({
      nullable: true,
      description: 'What stands there, cut to 60 characters; null where the language is missing.',
      resolve: ({ place }) => place?.excerpt,
    }),
    message: t.string({
      description: 'For people, in the language of the request: what is wrong and what to do.',
      resolve: ({ text }, _args, { language }) => text[language],
    }),
  }),
});

builder.objectType(InvalidTemplate, {
  name: 'InvalidTemplate',
  description: 'The texts of a template cannot be published; every problem is named, with its place.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.expose('problems', {
      type: [TemplateProblemRef],
      description: 'Each problem, at most 100, in the order of the texts.',
    }),
  }),
});
