import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import type { TypefaceChoice } from './choose-typeface.ts';
import { type CodedGlyph, embedFont } from './embed-font.ts';
import { type GlyphRun, shapeText } from './shape-text.ts';
import type { Cut, Weight } from './typeface.ts';

/** A font of one document. */
type UsedFont = { ref: PDFRef; resourceName: string; codes: Map<string, string>; glyphs: CodedGlyph[] };

/** The fonts of one document. They hold the glyphs that are drawn, and nothing else. */
export type LetterFonts = {
  /** Lays out text of one direction; see `shapeText`. */
  shape: (text: string, weight: Weight, rightToLeft: boolean) => readonly GlyphRun[];
  /** The name under which the pages know a font that is drawn with. */
  resourceName: (cut: Cut) => string;
  /** The code that shows a glyph: four hexadecimal digits. */
  code: (cut: Cut, glyph: CodedGlyph) => string;
  /** Embeds what has been drawn with, and makes it known to `pages`. */
  embed: (pages: readonly PDFPage[]) => void;
};

/** Fonts for `document`, whose text is shown by the typefaces of `choose`. */
export function letterFonts(document: PDFDocument, choose: TypefaceChoice): LetterFonts {
  const used = new Map<Cut, UsedFont>();
  const use = (cut: Cut): UsedFont => {
    const known = used.get(cut);
    if (known) return known;
    const resourceName = `F${used.size + 1}`;
    const added: UsedFont = { ref: document.context.nextRef(), resourceName, codes: new Map(), glyphs: [] };
    used.set(cut, added);
    return added;
  };

  // Words recur within a letter, and each is measured before it is drawn.
  const shaped = new Map<string, readonly GlyphRun[]>();
  const shape: LetterFonts['shape'] = (text, weight, rightToLeft) => {
    const key = `${weight} ${rightToLeft} ${text}`;
    const runs = shaped.get(key) ?? shapeText(text, { weight, rightToLeft, choose });
    shaped.set(key, runs);
    return runs;
  };

  const code: LetterFonts['code'] = (cut, { id, text, width }) => {
    const { codes, glyphs } = use(cut);
    const key = `${id} ${text}`;
    const known = codes.get(key);
    if (known) return known;
    glyphs.push({ id, text, width });
    // Code 0 is the sign for a missing glyph, which is never drawn.
    const added = glyphs.length.toString(16).padStart(4, '0').toUpperCase();
    codes.set(key, added);
    return added;
  };

  return {
    shape,
    resourceName: (cut) => use(cut).resourceName,
    code,
    embed: (pages) => {
      for (const [cut, { ref, resourceName, glyphs }] of used) {
        embedFont(document.context, ref, cut, glyphs);
        for (const page of pages) page.node.setFontDictionary(PDFName.of(resourceName), ref);
      }
    },
  };
}
