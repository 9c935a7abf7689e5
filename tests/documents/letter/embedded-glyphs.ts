import { create } from '@cantoo/fontkit';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from 'pdf-lib';

/** A glyph as it is in a PDF. */
export type EmbeddedGlyph = {
  /** Its number in the font file. */
  id: number;
  /** What the PDF says it stands for. */
  text: string;
  /** What it draws, as an SVG path. */
  outline: string;
  /** How wide the PDF says it is and how wide the font says it is, in thousandths of the font size. */
  widths: [told: number, drawn: number];
};

export type EmbeddedFont = { name: string; glyphs: EmbeddedGlyph[] };

/** The fonts embedded in a PDF, with what is in the file of each glyph that can be shown. */
export async function embeddedFonts(bytes: Uint8Array): Promise<EmbeddedFont[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts: EmbeddedFont[] = [];
  for (const [, dict] of context.enumerateIndirectObjects()) {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue;
    const descendant = dict.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
    const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
    const font = create(decoded(descriptor.lookup(PDFName.of('FontFile2'))));
    if (!('getGlyph' in font)) throw new TypeError('Not a single font');
    const ids = decoded(descendant.lookup(PDFName.of('CIDToGIDMap')));
    const widths = descendant.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray);
    const cmap = new TextDecoder().decode(decoded(dict.lookup(PDFName.of('ToUnicode'))));

    const told = cmap.slice(cmap.indexOf('beginbfchar'));
    const glyphs = Array.from(told.matchAll(/^<(\w{4})> <(\w+)>$/gm), ([, code = '', unicode = '']) => {
      const number = Number.parseInt(code, 16);
      const id = Buffer.from(ids).readUInt16BE(2 * number);
      const glyph = font.getGlyph(id);
      return {
        id,
        text: Buffer.from(unicode, 'hex').swap16().toString('utf16le'),
        outline: glyph?.path.toSVG() ?? '',
        widths: [
          widths.lookup(number - 1, PDFNumber).asNumber(),
          ((glyph?.advanceWidth ?? 0) * 1000) / font.unitsPerEm,
        ] as [number, number],
      };
    });
    fonts.push({ name: dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText(), glyphs });
  }
  return fonts;
}

/** The bytes of a stream, unpacked. */
export function decoded(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new TypeError('Not a stream');
  return decodePDFRawStream(stream).decode();
}
