import type { Bilingual } from '../language.ts';
import { placeholders } from './fill-placeholders.ts';
import type { Span, TemplateProblemKind } from './invalid-template.ts';

/** Something wrong at a place of one text, before its language and field are known. */
export type Finding = { kind: TemplateProblemKind; span: Span; text: Bilingual };

/** Braces that close on their line, or, where they do not, with the word after them. Takes linear time. */
const bracesInText = /\{+[^{}\r\n]*\}+|\{+\w*|\}+/g;

const known = placeholders.map((name) => `{{${name}}}`).join(', ');

/** The placeholders that a text uses, each with the span of its first use; what is wrong is left out. */
export function placeholdersIn(text: string): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const { 0: braces, index } of text.matchAll(bracesInText)) {
    const name = nameIn(braces);
    if (name === null || !isPlaceholder(name) || found.has(name)) continue;
    found.set(name, { start: index, end: index + braces.length });
  }
  return found;
}

/**
 * Finds each pair of braces, and each brace without its other, that is not one of the placeholders, exactly as written
 * `{{clientName}}`. Braces stand for nothing else in a template: one left over would be printed in somebody's letter.
 */
export function misusedPlaceholders(text: string): Finding[] {
  return bracesOf(text).flatMap(({ braces, span }) => {
    const name = nameIn(braces);
    if (name !== null && isPlaceholder(name)) return [];
    return [{ ...(name === null ? malformed(braces) : unknown(name)), span }];
  });
}

/** Finds braces in a text that is sent or shown as it stands: a placeholder in an email would name the client (R12). */
export function misplacedPlaceholders(text: string): Finding[] {
  return bracesOf(text).map(({ span }) => ({
    kind: 'MISPLACED_PLACEHOLDER',
    span,
    text: {
      EN: 'No placeholder can stand here: only the text of the letter has placeholders. Emails must not name the client. Remove the braces and what is in them.',
      FR: 'Aucun champ de fusion ne peut figurer ici : seul le texte de la lettre en contient. Les courriels ne doivent pas nommer la personne. Enlevez les accolades et leur contenu.',
    },
  }));
}

function bracesOf(text: string): { braces: string; span: Span }[] {
  return Array.from(text.matchAll(bracesInText), ({ 0: braces, index }) => ({
    braces,
    span: { start: index, end: index + braces.length },
  }));
}

function nameIn(braces: string): string | null {
  return /^\{\{([^{}\s]+)\}\}$/.exec(braces)?.[1] ?? null;
}

function isPlaceholder(name: string): boolean {
  return placeholders.some((placeholder) => placeholder === name);
}

function unknown(name: string): Omit<Finding, 'span'> {
  return {
    kind: 'UNKNOWN_PLACEHOLDER',
    text: {
      EN: `There is no such placeholder. ${suggestion(name)?.EN ?? `Use one of these: ${known}.`}`,
      FR: `Ce champ de fusion n’existe pas. ${suggestion(name)?.FR ?? `Utilisez l’un de ceux-ci : ${known}.`}`,
    },
  };
}

function malformed(braces: string): Omit<Finding, 'span'> {
  const opening = /^\{*/.exec(braces)?.[0].length ?? 0;
  const closing = /\}*$/.exec(braces)?.[0].length ?? 0;
  const meant = suggestion(braces);
  if (opening !== closing) {
    return {
      kind: 'UNBALANCED_PLACEHOLDER',
      text: {
        EN: `A placeholder begins with two braces and ends with two on the same line. ${meant?.EN ?? 'Add the missing braces, or remove these.'}`,
        FR: `Un champ de fusion commence par deux accolades et se termine par deux accolades sur la même ligne. ${meant?.FR ?? 'Ajoutez les accolades manquantes ou enlevez celles-ci.'}`,
      },
    };
  }
  return {
    kind: 'MALFORMED_PLACEHOLDER',
    text: {
      EN: `A placeholder is its name between two braces on each side, without spaces. ${meant?.EN ?? `Use one of these, or remove the braces: ${known}.`}`,
      FR: `Un champ de fusion est son nom entre deux accolades de chaque côté, sans espaces. ${meant?.FR ?? `Utilisez l’un de ceux-ci ou enlevez les accolades : ${known}.`}`,
    },
  };
}

/** The one placeholder that was probably meant, whatever the case, spaces and marks around and in it, or cut short. */
function suggestion(written: string): Bilingual | null {
  const letters = written.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const meant = placeholders.filter((name) => letters.length > 2 && name.toLowerCase().startsWith(letters));
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0) return null;
  return { EN: `Did you mean {{${only}}}?`, FR: `Vouliez-vous dire {{${only}}}?` };
}
