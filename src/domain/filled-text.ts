import type { Bilingual } from './language.ts';

/** A text with `{names}` in the place of what differs. */
export type TextWithBlanks = Bilingual;

/** A text with its blanks filled, in both languages. */
export function filledText(text: TextWithBlanks, values: Readonly<Record<string, string>>): Bilingual {
  const fill = (words: string) => words.replaceAll(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  return { EN: fill(text.EN), FR: fill(text.FR) };
}

/** A text whose blanks are numbered as PostgreSQL's `format` wants them, in the order of these names. */
export function numberedBlanks(words: string, names: readonly string[]): string {
  return words
    .replaceAll('%', '%%')
    .replaceAll(/\{(\w+)\}/g, (_blank, name) => `%${names.indexOf(name) + 1}$s`);
}
