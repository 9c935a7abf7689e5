import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from '@cantoo/fontkit';

/** The weights a letter is set in. */
export type Weight = 'regular' | 'bold';

/** A font file and what was parsed from it. */
export type Typeface = { data: Uint8Array; font: Font };

const files: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
};

const loaded = new Map<Weight, Typeface>();

/**
 * The typeface of a weight. Parsing one and decoding its layout tables takes tens of milliseconds, so each is
 * loaded once in a process and shared by all letters.
 */
export function typeface(weight: Weight): Typeface {
  const known = loaded.get(weight);
  if (known) return known;
  const data = readFileSync(createRequire(import.meta.url).resolve(files[weight]));
  const font = create(data);
  if (!('layout' in font)) throw new TypeError(`${files[weight]} is a collection, not a single font`);
  rememberPlainCharacters(font);
  const face = { data, font };
  loaded.set(weight, face);
  return face;
}

/**
 * A font remembers for each glyph the characters it was first asked for with, and that is what text copied
 * out of a letter becomes; a Z first met as a part of Ž would be remembered as nothing. Asking for every
 * character at the start fixes the answers, whatever letters this process makes before another: the same
 * content has to give the same bytes (B2).
 */
function rememberPlainCharacters(font: Font): void {
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}
