import {
  beginText,
  endText,
  type PDFContext,
  PDFHexString,
  PDFOperator,
  PDFOperatorNames,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  setTextRise,
} from 'pdf-lib';
import type { Line } from './break-lines.ts';
import type { LetterFonts, PlacedGlyph } from './letter-font.ts';

/**
 * The operators that draw a line of text with its first glyph at `x`, `baseline` (points), kerned and with
 * marks in place.
 */
export function drawLine(
  line: Line,
  x: number,
  baseline: number,
  fonts: LetterFonts,
  context: PDFContext,
): PDFOperator[] {
  const pieces = line.flatMap(({ text, style }) => {
    const font = fonts[style.weight];
    return [
      setFontAndSize(font.resourceName, style.size),
      setFillingColor(style.color),
      ...showGlyphs(font.shape(text).glyphs, style.size, context),
    ];
  });
  return [beginText(), setTextMatrix(1, 0, 0, 1, x, baseline), ...pieces, endText()];
}

/**
 * Shows glyphs in as few strings as their positions allow; a mark that sits higher or lower needs one of
 * its own.
 */
function showGlyphs(glyphs: readonly PlacedGlyph[], size: number, context: PDFContext): PDFOperator[] {
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

  for (const glyph of glyphs) {
    move(glyph.xOffset);
    if (glyph.yOffset !== 0) {
      show();
      operators.push(setTextRise((glyph.yOffset * size) / 1000));
    }
    codes += glyph.code;
    if (glyph.yOffset !== 0) {
      show();
      operators.push(setTextRise(0));
    }
    move(glyph.advance - glyph.width - glyph.xOffset);
  }
  show();
  return operators;
}
