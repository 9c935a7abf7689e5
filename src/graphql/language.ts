import { Language } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';

/** The languages of the network. */
export const LanguageEnum = builder.enumType('Language', {
  description: 'A language of the network.',
  values: {
    [Language.EN]: { description: 'English.' },
    [Language.FR]: { description: 'French.' },
  },
});
