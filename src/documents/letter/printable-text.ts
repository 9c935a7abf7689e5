import { chooseTypefaces, type TypefaceChoice } from './fonts/choose-typeface.ts';
import { graphemesOf } from './fonts/graphemes.ts';
import { hasRightToLeft, withoutDirectionControls } from './writing-direction.ts';

const replacement = '\ufffd';

/**
 * What is never seen and has no say in how the letter looks. Joiners stay, since Persian and the scripts of India
 * need them, and so do the isolates and marks of writing direction; what overrides the direction goes.
 */
const dropped = /(?![\u061c\u200c-\u200f\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const idleJoiners =
  /(?<![[\p{L}\p{M}]--\p{Script=Latin}])[\u200c\u200d]+|[\u200c\u200d]+(?![[\p{L}\p{M}]--\p{Script=Latin}])/gv;

/**
 * Text in the form a letter prints it: composed (NFC), line breaks as `\n`, other white space as plain spaces
 * except the no-break ones, invisible characters left out, and U+FFFD in place of what no font of `choose` can
 * show. Never fails.
 */
function printableText(text: string, choose: TypefaceChoice): string {
  const spaced = plainSpaces(text);
  const visible = withoutInvisible(spaced);
  if (isPrintable(visible, choose)) return visible;
  return graphemesOf(spaced)
    .map(withoutInvisible)
    .map((grapheme) => (isPrintable(grapheme, choose) ? grapheme : replacement))
    .join('');
}

/**
 * `value` with every text in it in the form a letter prints it, and the typefaces that it takes to print them.
 */
export async function printable<Value>(value: Value): Promise<{ value: Value; choose: TypefaceChoice }> {
  const choose = await chooseTypefaces(withoutInvisible(plainSpaces(JSON.stringify(value))));
  const convert = (part: unknown): unknown => {
    if (typeof part === 'string') return printableText(part, choose);
    if (Array.isArray(part)) return part.map(convert);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, convert(inner)]));
  };
  return { value: convert(value) as Value, choose };
}

/**
 * The distinct characters of `text` that no font can show, as a reader sees them, in order of appearance; empty when
 * all can be.
 */
export async function unprintableCharacters(text: string): Promise<string[]> {
  const graphemes = graphemesOf(plainSpaces(text));
  const choose = await chooseTypefaces(withoutInvisible(plainSpaces(text)));
  return [...new Set(graphemes.filter((grapheme) => !isPrintable(withoutInvisible(grapheme), choose)))];
}

function plainSpaces(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Zs}\u00a0\u202f]|\t/gu, ' ');
}

function withoutInvisible(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(dropped, '').replace(idleJoiners, ''));
  const visible = lines.join('\n').normalize('NFC');
  return hasRightToLeft(visible) ? visible : withoutDirectionControls(visible);
}

function isPrintable(text: string, choose: TypefaceChoice): boolean {
  return (
    text === '' ||
    choose(text) !== null ||
    graphemesOf(text).every((grapheme) => grapheme === '\n' || choose(grapheme) !== null)
  );
}
