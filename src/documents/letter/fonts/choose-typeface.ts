import { type FontFamily, familiesFor } from './font-families.ts';
import { type FontPart, partsOf, readOwn, readPart } from './font-files.ts';
import { graphemesOf } from './graphemes.ts';
import { staticTypeface, type Typeface, variableTypeface } from './typeface.ts';

/** Finds the typeface that shows a grapheme; null where none does. */
export type TypefaceChoice = (grapheme: string) => Typeface | null;

/** Line breaks, and what only steers how others are drawn. */
const neverDrawn = /[\n\p{Default_Ignorable_Code_Point}]/u;

let own: Typeface | undefined;
/** Opened files of the other families, by family and key. */
const opened = new Map<string, Typeface>();
const opening = new Map<string, Promise<void>>();

/** The letter's own typeface: Latin, Greek, Cyrillic and Devanagari. */
function ownTypeface(): Typeface {
  own ??= staticTypeface('NotoSans', { regular: readOwn('400Regular'), bold: readOwn('600SemiBold') });
  return own;
}

/**
 * The choice of typefaces for a letter that consists of `text`. Opens the font files that the text needs; each is
 * opened once in a process. What is chosen depends on the text alone, whatever is open already: the same letter has
 * to be the same bytes (B2).
 */
export async function chooseTypefaces(text: string): Promise<TypefaceChoice> {
  if (shows(ownTypeface(), text))
    return (grapheme) => (shows(ownTypeface(), grapheme) ? ownTypeface() : null);
  const families = familiesFor(text);
  for (const grapheme of new Set(graphemesOf(text))) {
    if (shows(ownTypeface(), grapheme)) continue;
    for (const [family, part] of candidates(families, grapheme)) {
      await open(family, part);
      if (shows(opened.get(fileKey(family, part)), grapheme)) break;
    }
  }
  return (grapheme) => {
    if (shows(ownTypeface(), grapheme)) return ownTypeface();
    for (const [family, part] of candidates(families, grapheme)) {
      const typeface = opened.get(fileKey(family, part));
      if (typeface && shows(typeface, grapheme)) return typeface;
    }
    return null;
  };
}

/** Whether a typeface has every character of a grapheme; those that are never drawn do not count. */
function shows(typeface: Typeface | undefined, grapheme: string): boolean {
  if (!typeface) return false;
  for (const character of grapheme) {
    if (!typeface.characters.has(character.codePointAt(0) ?? 0) && !neverDrawn.test(character)) return false;
  }
  return true;
}

/** The files that may show a grapheme, in the order in which they are asked. */
function* candidates(
  families: readonly FontFamily[],
  grapheme: string,
): Generator<[family: FontFamily, part: FontPart]> {
  const codePoint = grapheme.codePointAt(0) ?? 0;
  for (const family of families) {
    if (!family.scripts.test(grapheme)) continue;
    for (const part of partsOf(family)) {
      if (part.ranges.some(([first, last]) => first <= codePoint && codePoint <= last)) yield [family, part];
    }
  }
}

async function open(family: FontFamily, part: FontPart): Promise<void> {
  const key = fileKey(family, part);
  if (opened.has(key)) return;
  const underWay = opening.get(key) ?? openFile(family, part);
  opening.set(key, underWay);
  await underWay;
}

async function openFile(family: FontFamily, part: FontPart): Promise<void> {
  const key = fileKey(family, part);
  try {
    const words = key.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
    opened.set(key, variableTypeface(words.join(''), family.language, await readPart(family, part)));
  } finally {
    opening.delete(key);
  }
}

function fileKey({ name, part: only }: FontFamily, { key }: FontPart): string {
  return only === null ? `${name}-${key}` : name;
}
