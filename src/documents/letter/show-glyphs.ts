import { type PDFContext, PDFHexString, PDFOperator, PDFOperatorNames, setTextRise } from 'pdf-lib';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import type { GlyphRun } from './fonts/shape-text.ts';

/**
 * Shows glyphs in as few strings as their positions allow; a mark that sits higher or lower needs one of
 * its own.
 */
export function showGlyphs(
  { cut, glyphs, width }: GlyphRun,
  size: number,
  fonts: LetterFonts,
  context: PDFContext,
): PDFOperator[] {
  const operators: PDFOperator[] = [];
  let codes = '';
  let items: (PDFHexString | number)[] = [];
  const move = (thousandths: number): void => {
    if (Math.abs(thousandths) < 0.01) return;
    if (codes) items.push(PDFHexString.of(codes));
    codes = '';
    items.push(-Math.round(thousandths * 100) / 100);
  };
  const show = (): void => {
    if (codes) items.push(PDFHexString.of(codes));
    if (items.length > 0)
      operators.push(PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [context.obj(items)]));
    codes = '';
    items = [];
  };

  let pen = 0;
  for (const glyph of glyphs) {
    move(glyph.x - pen);
    if (glyph.y !== 0) {
      show();
      operators.push(setTextRise((glyph.y * size) / 1000));
    }
    codes += fonts.code(cut, glyph);
    if (glyph.y !== 0) {
      show();
      operators.push(setTextRise(0));
    }
    pen = glyph.x + glyph.width;
  }
  move(width - pen);
  show();
  return operators;
}
