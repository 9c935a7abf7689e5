import { Refusal } from '../errors.ts';
import type { Bilingual, Language } from '../language.ts';
import type { TemplateField } from './template-words.ts';

/** What can be wrong with a template's texts. */
export const templateProblemKinds = [
  'MISSING_LANGUAGE',
  'EMPTY',
  'TOO_LONG',
  'CONTROL_CHARACTER',
  'UNPRINTABLE_CHARACTER',
  'UNKNOWN_PLACEHOLDER',
  'UNBALANCED_PLACEHOLDER',
  'MALFORMED_PLACEHOLDER',
  'MISPLACED_PLACEHOLDER',
  'LANGUAGES_DIFFER',
  'NAME_TAKEN',
] as const;

/** See {@link templateProblemKinds}. */
export type TemplateProblemKind = (typeof templateProblemKinds)[number];

/** A part of a text, in UTF-16 units from its beginning; `end` is the unit after it. */
export type Span = { start: number; end: number };

/** A place in a text: its span, the line and column it begins at, counted from 1, and what stands there. */
export type TextPlace = Span & { line: number; column: number; excerpt: string };

/** One thing that is wrong with a template's texts, and where. */
export type TemplateProblem = {
  kind: TemplateProblemKind;
  language: Language;
  /** Null where the whole language is missing. */
  field: TemplateField | null;
  /** Null where it is not one place, but the whole text. */
  place: TextPlace | null;
  /** What is wrong and what to do. */
  text: Bilingual;
};

/** A template's texts cannot be published as they are; every problem is named, and where it is (R22). */
export class InvalidTemplate extends Refusal {
  override readonly name = 'InvalidTemplate';
  readonly code = 'INVALID_TEMPLATE';
  readonly problems: TemplateProblem[];

  constructor(problems: TemplateProblem[]) {
    super({
      EN: `The template cannot be published as it is. Correct what is named, then try again. Problems: ${problems.length}.`,
      FR: `Le modèle ne peut pas être publié tel quel. Corrigez ce qui est indiqué, puis réessayez. Problèmes : ${problems.length}.`,
    });
    this.problems = problems;
  }
}

const longestExcerpt = 60;

/** Finds the line and column of a span, and what stands there, cut to 60 units. */
export function placeIn(text: string, { start, end }: Span): TextPlace {
  const before = text.slice(0, start).split(/\r\n|[\n\r]/);
  const excerpt = text.slice(start, Math.min(end, start + longestExcerpt)).toWellFormed();
  return { start, end, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, excerpt };
}
