import type { Bilingual, Language } from '../language.ts';

/** What a template says in one language, as typed or as the table holds it. */
export type TemplateWords = {
  name: string;
  emailSubject: string;
  emailContent: string;
  letterTitle: string;
  letterBody: string;
};

/** One of the texts of {@link TemplateWords}. */
export type TemplateField = keyof TemplateWords;

/** A template's texts side by side; null where a language has not been written yet. */
export type TemplateTexts = Record<Language, TemplateWords | null>;

/** The languages a template is written in (R22). */
export const templateLanguages = ['EN', 'FR'] as const satisfies Language[];

/** How a message in each language calls the languages. */
export const languageNames: Record<Language, Bilingual> = {
  EN: { EN: 'English', FR: 'anglais' },
  FR: { EN: 'French', FR: 'français' },
};

/** What each text of a template may be: its greatest length in UTF-16 units, and whether it may have several lines. */
export const templateFields: Record<TemplateField, { longest: number; lines: 'one' | 'many' }> = {
  name: { longest: 200, lines: 'one' },
  emailSubject: { longest: 250, lines: 'one' },
  emailContent: { longest: 10_000, lines: 'many' },
  letterTitle: { longest: 200, lines: 'one' },
  letterBody: { longest: 20_000, lines: 'many' },
};

/** Every text of a template, in the order they are checked and told of. */
export const templateFieldNames = Object.keys(templateFields) as TemplateField[];

/** The texts as they are kept: single lines without spaces around them, line breaks as `\n`. */
export function tidyWords(words: TemplateWords): TemplateWords {
  const tidied = templateFieldNames.map((field) => {
    const text = words[field];
    return [field, templateFields[field].lines === 'one' ? text.trim() : text.replaceAll(/\r\n?/g, '\n')];
  });
  return Object.fromEntries(tidied) as TemplateWords;
}
