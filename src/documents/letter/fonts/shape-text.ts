import { Buffer, Direction, Feature, shape } from 'harfbuzzjs';
import type { TypefaceChoice } from './choose-typeface.ts';
import { languageByScript } from './font-families.ts';
import { graphemesOf } from './graphemes.ts';
import type { Cut, Typeface, Weight } from './typeface.ts';

/** A glyph at its place. Measures are thousandths of the font size. */
export type PlacedGlyph = {
  /** Its number in the font file. */
  id: number;
  /** The characters it stands for in text that is copied. */
  text: string;
  /** What the pen moves when the glyph is shown. */
  width: number;
  /** Where the pen has to be, from the beginning of the run and from the baseline. */
  x: number;
  y: number;
};

/** Glyphs of one font as they are drawn. */
export type GlyphRun = {
  cut: Cut;
  /** BCP 47 tag where the script is not that of the letter. */
  language: string | null;
  glyphs: PlacedGlyph[];
  /** How far on the next run begins, in thousandths of the font size. */
  width: number;
  /** The characters that all the glyphs together stand for, where their own do not add up to it. */
  text: string | null;
};

/** Stands for nothing: the text of a glyph that only adds to another. Readers leave it out. */
const nothing = '\u200b';

const buffer = new Buffer();
/** In the letter's own typeface a character is a glyph where it can be, and needs no other to tell what it is. */
const noLigatures = new Feature('liga', 0);
const noComposition = new Feature('ccmp', 0);

/**
 * Lays out text of one direction: joined, combined and kerned as its script wants it. The runs are in the order in
 * which they are drawn, from left to right.
 */
export function shapeText(
  text: string,
  { weight, rightToLeft, choose }: { weight: Weight; rightToLeft: boolean; choose: TypefaceChoice },
): GlyphRun[] {
  const pieces = sameTypeface(text, choose);
  if (rightToLeft) pieces.reverse();
  return pieces.flatMap(({ piece, typeface }) => shapeRun(piece, typeface[weight], rightToLeft));
}

/** Scripts that share the letter's own typeface but not the rules for laying them out. */
const scripts = /(\p{Script=Latin})|(\p{Script=Greek})|(\p{Script=Cyrillic})|(\p{Script=Devanagari})/u;

/** Parts text where the typeface or, within one, the script changes. What no typeface shows is left out. */
function sameTypeface(text: string, choose: TypefaceChoice): { piece: string; typeface: Typeface }[] {
  const pieces: { piece: string; typeface: Typeface; script: number }[] = [];
  for (const grapheme of /^[ -\u024f]*$/.test(text) ? [text] : graphemesOf(text)) {
    const typeface = choose(grapheme);
    if (!typeface) continue;
    const script = scripts.exec(grapheme)?.findIndex((match, index) => index > 0 && match !== undefined) ?? 0;
    const last = pieces.at(-1);
    if (last?.typeface === typeface && (last.script === script || script === 0 || last.script === 0)) {
      last.piece += grapheme;
      last.script ||= script;
    } else pieces.push({ piece: grapheme, typeface, script });
  }
  return pieces;
}

function shapeRun(text: string, cut: Cut, rightToLeft: boolean): GlyphRun[] {
  const language = cut.language ?? languageByScript(text);
  buffer.clearContents();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(language ?? 'en');
  shape(cut.font, buffer, cut.language === null ? plainFeatures(text) : []);
  const { clusters, width } = shapedClusters(text, cut);

  // Readers put text in order by the places of its glyphs. So each letter tells its marks too, and what is drawn to it
  // tells nothing.
  const letters = clusters.map(letterOf);
  const glyphs = clusters.flatMap((cluster) => cluster.glyphs);
  const telling = new Set(letters);
  const marks = glyphs.filter((glyph) => !telling.has(glyph));
  if (marks.length === 0 && letters.every((letter) => [...letter.text].length === 1)) {
    return [{ cut, language, glyphs, width, text: null }];
  }
  // Where letters of a word change places that is not enough. But no reader takes a whole word from right to left.
  if (!rightToLeft && changesPlaces.test(text)) return [{ cut, language, glyphs, width, text }];
  return [
    { cut, language, glyphs: letters, width, text: null },
    ...(marks.length > 0
      ? [{ cut, language, glyphs: marks.map((mark) => ({ ...mark, x: mark.x - width })), width: 0, text: '' }]
      : []),
  ];
}

/** Only marks that no letter has ready made ask for a letter in another form, an i without its dot for one. */
function plainFeatures(text: string): Feature[] {
  if (/\p{Script=Devanagari}/u.test(text)) return [];
  return /\p{M}/u.test(text) ? [noLigatures] : [noLigatures, noComposition];
}

/** Every script but those whose letters and marks are drawn in the order in which they are written. */
const changesPlaces =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Glyphs that together stand for some characters. */
type Cluster = { text: string; glyphs: [PlacedGlyph, ...PlacedGlyph[]] };

function shapedClusters(text: string, { font, unitsPerEm }: Cut): { clusters: Cluster[]; width: number } {
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((one, other) => one - other);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  const scale = 1000 / unitsPerEm;
  const clusters = new Map<number, Cluster>();
  let pen = 0;
  for (const [index, { codepoint: id, cluster: start }] of infos.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const width = font.glyphHAdvance(id) * scale;
    const glyph: PlacedGlyph = { id, text: nothing, width, x: (pen + xOffset) * scale, y: yOffset * scale };
    const known = clusters.get(start);
    if (known) known.glyphs.push(glyph);
    else clusters.set(start, { text: text.slice(start, ends.get(start)), glyphs: [glyph] });
    pen += xAdvance;
  }
  return { clusters: [...clusters.values()], width: pen * scale };
}

/** The widest glyph of a cluster, which is made to tell all of its text. */
function letterOf({ text, glyphs }: Cluster): PlacedGlyph {
  const letter = glyphs.reduce((one, other) => (other.width > one.width ? other : one));
  letter.text = text;
  return letter;
}
