import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import { type OutlineSource, outlineSource } from './outline-source.ts';

/** The weights a letter is set in. */
export type Weight = 'regular' | 'bold';

/** One weight of a typeface. */
export type Cut = {
  /** PostScript name. */
  name: string;
  /** BCP 47 tag where the script is not that of the letter. */
  language: string | null;
  font: Font;
  unitsPerEm: number;
  /** A TrueType font file with the outlines of `glyphs` and no others, under the numbers they have here. */
  outlinesOf: (glyphs: readonly number[]) => Uint8Array;
};

/** A typeface in both weights, and the characters it has glyphs for. */
export type Typeface = Record<Weight, Cut> & { characters: ReadonlySet<number> };

/** What the weights are on the axis of a variable font. */
const weightValues: Record<Weight, number> = { regular: 400, bold: 600 };
const weightNames: Record<Weight, string> = { regular: 'Regular', bold: 'SemiBold' };

/** A typeface from a font file for each weight. */
export function staticTypeface(name: string, files: Record<Weight, Uint8Array>): Typeface {
  const faces = { regular: new Face(new Blob(files.regular)), bold: new Face(new Blob(files.bold)) };
  const cut = (weight: Weight): Cut => {
    const source = outlineSource(files[weight]);
    return describe(name, weight, null, new Font(faces[weight]), source, null);
  };
  return {
    regular: cut('regular'),
    bold: cut('bold'),
    characters: new Set(faces.regular.collectUnicodes()),
  };
}

/** A typeface from one font file whose weight varies. */
export function variableTypeface(name: string, language: string, file: Uint8Array): Typeface {
  const face = new Face(new Blob(file));
  const source = outlineSource(file);
  const cut = (weight: Weight): Cut => {
    const font = new Font(face);
    font.setVariations([new Variation('wght', weightValues[weight])]);
    return describe(name, weight, language, font, source, weightValues[weight]);
  };
  return { regular: cut('regular'), bold: cut('bold'), characters: new Set(face.collectUnicodes()) };
}

function describe(
  name: string,
  weight: Weight,
  language: string | null,
  font: Font,
  source: OutlineSource,
  axisValue: number | null,
): Cut {
  return {
    name: `${name}-${weightNames[weight]}`,
    language,
    font,
    unitsPerEm: font.face.upem,
    outlinesOf: (glyphs) => source(glyphs, axisValue),
  };
}
