import { typeface } from './typefaces.ts';

const replacement = '\ufffd';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Scripts in which a character is a glyph; others need shaping that the letter's fonts are not set up for.
 */
const simpleScript =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;

/** Characters as a reader sees them: a letter together with its combining marks is one. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Text in the form a letter prints it: composed (NFC), line breaks as `\n`, other white space as plain spaces
 * except the no-break ones, invisible characters left out, and U+FFFD in place of what no embedded font can
 * show. Never fails.
 */
export function printableText(text: string): string {
  const visible = withoutInvisible(plainSpaces(text));
  if (isPrintable(visible)) return visible;
  return graphemesOf(plainSpaces(text))
    .map(withoutInvisible)
    .map((grapheme) => (isPrintable(grapheme) ? grapheme : replacement))
    .join('');
}

/**
 * The distinct characters of `text` that no embedded font can show, in order of appearance; empty when all
 * can be.
 */
export function unprintableCharacters(text: string): string[] {
  const graphemes = graphemesOf(plainSpaces(text));
  return [...new Set(graphemes.filter((grapheme) => !isPrintable(withoutInvisible(grapheme))))];
}

function plainSpaces(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Zs}\u00a0\u202f]|\t/gu, ' ');
}

function withoutInvisible(text: string): string {
  return text.replace(/[^\P{Cc}\n]|\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFC');
}

function isPrintable(text: string): boolean {
  if (text === '') return true;
  if (!simpleScript.test(text)) return false;
  const { font } = typeface('regular');
  for (const character of text) {
    if (character !== '\n' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}
