import { create } from '@cantoo/fontkit';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';

/**
 * An embedded font: its name, and for each character it says it shows, the outline it draws as an SVG path.
 */
export type EmbeddedFont = { name: string; outlines: Map<string, string> };

/** The fonts embedded in a PDF, with their outlines as they are in the file. */
export async function embeddedFonts(bytes: Uint8Array): Promise<EmbeddedFont[]> {
  const { context } = await PDFDocument.load(bytes);
  const fonts: EmbeddedFont[] = [];
  for (const [, dict] of context.enumerateIndirectObjects()) {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue;
    const descendant = dict.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
    const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
    const font = create(decoded(descriptor.lookup(PDFName.of('FontFile2'))));
    const cmap = new TextDecoder().decode(decoded(dict.lookup(PDFName.of('ToUnicode'))));
    if (!('getGlyph' in font)) throw new TypeError('Not a single font');

    const outlines = new Map<string, string>();
    for (const [, glyph = '', unicode = ''] of cmap.matchAll(/^<(\w{4})> <(\w+)>$/gm)) {
      const character = String.fromCharCode(
        ...(unicode.match(/\w{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      );
      outlines.set(character, font.getGlyph(Number.parseInt(glyph, 16))?.path.toSVG() ?? '');
    }
    fonts.push({ name: dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText(), outlines });
  }
  return fonts;
}

function decoded(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new TypeError('Not a stream');
  return decodePDFRawStream(stream).decode();
}
