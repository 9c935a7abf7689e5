import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import type { PlacedGlyph } from './shape-text.ts';
import type { Cut } from './typeface.ts';

/** A glyph that is drawn in a document, and what it stands for there. */
export type CodedGlyph = Pick<PlacedGlyph, 'id' | 'text' | 'width'>;

/** Every glyph is shown by its code and none by a character: the font has an encoding of its own. */
const symbolic = 4;
/** Width of the stems in thousandths, which no font file tells; readers use it only where a font is missing. */
const stemWidths = { Regular: 80, SemiBold: 110 };

/**
 * Embeds in a document, under `ref`, the outlines of `glyphs`; the first has code 1. Every code tells the characters
 * that it stands for, so that text can be copied, searched and read aloud.
 */
export function embedFont(context: PDFContext, ref: PDFRef, cut: Cut, glyphs: readonly CodedGlyph[]): void {
  const outlines = cut.outlinesOf(glyphs.map(({ id }) => id));
  const stream = (bytes: Uint8Array, entries: { Length1?: number } = {}): PDFRef =>
    context.register(context.flateStream(bytes, entries));
  const name = `${subsetTag(cut, glyphs)}+${cut.name}`;
  const { ascender, descender } = cut.font.hExtents();
  const scale = (units: number): number => Math.round((units * 1000) / cut.unitsPerEm);

  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: symbolic,
    FontBBox: boundingBox(cut).map(scale),
    ItalicAngle: 0,
    Ascent: scale(ascender),
    Descent: scale(descender),
    CapHeight: 714,
    StemV: stemWidths[cut.name.endsWith('SemiBold') ? 'SemiBold' : 'Regular'],
    FontFile2: stream(outlines, { Length1: outlines.length }),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: 1000,
    W: [1, glyphs.map(({ width }) => width)],
    CIDToGIDMap: stream(glyphNumbers(glyphs)),
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: stream(new TextEncoder().encode(toUnicode(glyphs))),
  });
  context.assign(ref, font);
}

/** Six letters that tell one part of a font from another. */
function subsetTag({ name }: Cut, glyphs: readonly CodedGlyph[]): string {
  const hash = createHash('sha256').update(`${name} ${glyphs.map(({ id }) => id).join(' ')}`);
  return String.fromCharCode(
    ...hash
      .digest()
      .subarray(0, 6)
      .map((byte) => 65 + (byte % 26)),
  );
}

/** What encloses every glyph of the font, in its units. */
function boundingBox({ font }: Cut): number[] {
  const head = font.face.referenceTable('head');
  if (!head) throw new TypeError('The font has no head table');
  const table = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return [36, 38, 40, 42].map((offset) => table.getInt16(offset));
}

/** For each code from 0 the number of its glyph in the font file, two bytes each. */
function glyphNumbers(glyphs: readonly CodedGlyph[]): Uint8Array {
  const numbers = new DataView(new ArrayBuffer(2 * (glyphs.length + 1)));
  for (const [index, { id }] of glyphs.entries()) numbers.setUint16(2 * (index + 1), id);
  return new Uint8Array(numbers.buffer);
}

/** The program that says which characters each code stands for. */
function toUnicode(glyphs: readonly CodedGlyph[]): string {
  const lines = glyphs.map(({ text }, index) => {
    const code = (index + 1).toString(16).padStart(4, '0').toUpperCase();
    return `<${code}> <${PDFHexString.fromText(text).asString().slice(4)}>`;
  });
  // A section holds at most a hundred lines.
  const sections = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const section = lines.slice(index * 100, index * 100 + 100);
    return `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
