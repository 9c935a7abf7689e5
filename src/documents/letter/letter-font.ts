import type { PDFDocument, PDFRef } from 'pdf-lib';
import { typeface, type Weight } from './typefaces.ts';

/** A glyph as it is drawn: its code in the embedded font, and positions in thousandths of the font size. */
export type PlacedGlyph = {
  /** Four hexadecimal digits. */
  code: string;
  /** What the pen moves by itself when the glyph is shown. */
  width: number;
  /** What the pen has to have moved, kerning included. */
  advance: number;
  xOffset: number;
  yOffset: number;
};

/** A piece of text laid out; its width in thousandths of the font size. */
export type Shape = { glyphs: PlacedGlyph[]; width: number };

/** A weight embedded in one document. */
export type LetterFont = {
  /** The name under which page resources know the font. */
  resourceName: string;
  ref: PDFRef;
  /** Lays out `text`, whose glyphs are from then on part of the embedded subset. */
  shape: (text: string) => Shape;
};

/** The fonts of one document. */
export type LetterFonts = Record<Weight, LetterFont>;

// One glyph for each character: ligatures and decompositions would come out wrong when the text is copied or
// read aloud.
const features = { liga: false, ccmp: false, frac: false, numr: false, dnom: false };

/**
 * Embeds both weights in `document`, each as a subset of the glyphs that will have been laid out when it is
 * saved.
 */
export async function embedLetterFonts(document: PDFDocument): Promise<LetterFonts> {
  return { regular: await embed(document, 'regular'), bold: await embed(document, 'bold') };
}

async function embed(document: PDFDocument, weight: Weight): Promise<LetterFont> {
  const { data, font } = typeface(weight);
  document.registerFontkit({ create: () => font });
  const customName = `HANDOF+${font.postscriptName}`;
  const embedded = await document.embedFont(data, { subset: true, customName, features });
  const scale = 1000 / font.unitsPerEm;

  const layOut = (text: string): Shape => {
    const run = font.layout(text, features);
    const codes = embedded.encodeText(text).asString();
    const glyphs = run.glyphs.map((glyph, index) => ({
      code: codes.slice(index * 4, index * 4 + 4),
      width: glyph.advanceWidth * scale,
      advance: (run.positions?.[index]?.xAdvance ?? glyph.advanceWidth) * scale,
      xOffset: (run.positions?.[index]?.xOffset ?? 0) * scale,
      yOffset: (run.positions?.[index]?.yOffset ?? 0) * scale,
    }));
    return { glyphs, width: run.advanceWidth * scale };
  };

  // Words recur within a letter, and laying one out is the dearest step of making it.
  const known = new Map<string, Shape>();
  const shape = (text: string): Shape => {
    const result = known.get(text) ?? layOut(text);
    known.set(text, result);
    return result;
  };
  return { resourceName: weight === 'bold' ? 'Bold' : 'Regular', ref: embedded.ref, shape };
}
