import type { Language } from '../language.ts';
import { type Finding, placeholdersIn } from './check-placeholders.ts';
import { checkWords } from './check-words.ts';
import { placeIn, type TemplateProblem } from './invalid-template.ts';
import {
  languageNames,
  type TemplateField,
  type TemplateTexts,
  type TemplateWords,
  templateFieldNames,
  templateLanguages,
} from './template-words.ts';

/** No answer names more of one language: who has so many starts again from the top. */
const mostProblems = 50;

/** Checks a template's texts in both languages (R22). @returns every problem, at most 100, in the order of the texts. */
export async function checkTemplate(texts: TemplateTexts): Promise<TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  for (const language of templateLanguages) {
    problems.push(...(await languageProblems(language, texts[language])).slice(0, mostProblems));
  }
  // A letter that is wrong in itself is put right first: its slips would only be told of a second time.
  const compared = problems.some(({ field }) => field === 'letterBody') ? [] : differences(texts);
  return [...problems, ...compared].slice(0, mostProblems * templateLanguages.length);
}

async function languageProblems(language: Language, words: TemplateWords | null): Promise<TemplateProblem[]> {
  if (words === null) return [missing(language)];
  const problems: TemplateProblem[] = [];
  for (const field of templateFieldNames) {
    const findings = await checkWords(field, words[field]);
    const inOrder = findings.toSorted((one, other) => one.span.start - other.span.start);
    const told = inOrder.slice(0, mostProblems);
    problems.push(...told.map((finding) => problem(language, field, words[field], finding)));
  }
  return problems;
}

function problem(
  language: Language,
  field: TemplateField,
  written: string,
  finding: Finding,
): TemplateProblem {
  const { kind, span, text } = finding;
  return { kind, language, field, place: placeIn(written, span), text };
}

function missing(language: Language): TemplateProblem {
  const name = languageNames[language];
  return {
    kind: 'MISSING_LANGUAGE',
    language,
    field: null,
    place: null,
    text: {
      EN: `The ${name.EN} texts are missing. A template is published in both languages at once.`,
      FR: `Les textes en ${name.FR} manquent. Un modèle est publié dans les deux langues à la fois.`,
    },
  };
}

/** A letter must tell the same in both languages: what one names by a placeholder, the other names too. */
function differences(texts: TemplateTexts): TemplateProblem[] {
  return templateLanguages.flatMap((language) => {
    const words = texts[language];
    const other = language === 'EN' ? 'FR' : 'EN';
    const counterpart = texts[other];
    if (words === null || counterpart === null) return [];
    const there = placeholdersIn(counterpart.letterBody);
    return [...placeholdersIn(words.letterBody)]
      .filter(([name]) => !there.has(name))
      .map(([, span]) => problem(language, 'letterBody', words.letterBody, lacking(span, other)));
  });
}

function lacking(span: Finding['span'], other: Language): Finding {
  const name = languageNames[other];
  return {
    kind: 'LANGUAGES_DIFFER',
    span,
    text: {
      EN: `The ${name.EN} letter does not use this placeholder. Use it in both languages or in neither.`,
      FR: `La lettre en ${name.FR} n’utilise pas ce champ de fusion. Utilisez-le dans les deux langues ou dans aucune.`,
    },
  };
}
