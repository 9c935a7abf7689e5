import { checkTemplate } from '../../../src/domain/correspondence/check-template.ts';
import type { TemplateWords } from '../../../src/domain/correspondence/template-words.ts';
import { textsWith } from '../../support/templates.ts';

/** Texts that can be published. */
export const sound = textsWith('Sound');

/** The problems of a template whose English text has something else in some fields, each as "KIND field start-end excerpt". */
export async function problemsWith(words: Partial<TemplateWords>): Promise<string[]> {
  const problems = await checkTemplate({ ...sound, EN: { ...sound.EN, ...words } });
  return problems.map(
    ({ kind, field, place }) => `${kind} ${field} ${place?.start}-${place?.end} ${place?.excerpt}`,
  );
}
