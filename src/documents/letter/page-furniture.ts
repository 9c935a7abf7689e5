import { fill, type PDFContext, type PDFOperator, type RGB, rectangle, setFillingColor } from 'pdf-lib';
import { breakLines, type Line, lineWidth } from './break-lines.ts';
import { drawLine } from './draw-line.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import { formatLetterDate } from './format-letter-date.ts';
import type { LetterContent, LetterLanguage } from './letter-content.ts';
import { letterLabels } from './letter-labels.ts';
import { page, textWidth } from './page-geometry.ts';
import type { PlacedBlock, PlacedLine } from './paginate.ts';
import { asArtifact } from './structure-tree.ts';
import { styled } from './styled-text.ts';
import { accent, hairline, styles } from './text-style.ts';

const footer = { rule: 76, top: 62, leading: 10, noticeWidth: 392 };
const header = { rule: 738, baseline: 745 };

/** The confidentiality notice at the foot of page `pageIndex`. */
export function confidentialityNotice(
  { language }: LetterContent,
  fonts: LetterFonts,
  pageIndex: number,
): PlacedBlock {
  const lines = breakLines(
    styled(letterLabels(language).confidentiality, styles.small),
    footer.noticeWidth,
    fonts,
  );
  return {
    tag: 'P',
    bar: false,
    leading: footer.leading,
    lines: lines.map((line, index) => ({
      line,
      page: pageIndex,
      x: page.left,
      baseline: footer.top - index * footer.leading,
    })),
  };
}

/** The rule under the letterhead, at height `y` where it has one, and the band at the top edge of the first page. */
export function letterheadRules(y: number | null): PDFOperator[] {
  return asArtifact('Layout', [
    ...box(0, page.height - 8, page.width, 8, accent),
    ...(y === null ? [] : box(page.left, y, textWidth, 0.75, accent)),
  ]);
}

/** The bar beside the lines of a block on one page, which are `leading` points apart. */
export function sideBar(lines: readonly PlacedLine[], leading: number): PDFOperator[] {
  const lowest = Math.min(...lines.map(({ baseline }) => baseline));
  return asArtifact('Layout', box(page.left, lowest - 0.3 * leading, 2, lines.length * leading, accent));
}

/**
 * What pages after the first repeat at their top: who writes on the left, about which case and when on the
 * right.
 */
export function runningHeader(
  content: LetterContent,
  fonts: LetterFonts,
  context: PDFContext,
): PDFOperator[] {
  const { sender, reference, date, language } = content;
  const about = `${letterLabels(language).caseNumber} ${reference.caseNumber}  ·  ${formatLetterDate(date, language)}`;
  const right = oneLine(about, textWidth / 2, fonts);
  const rightEdge = page.right - lineWidth(right, fonts);
  const left = oneLine(sender.name, rightEdge - page.left - 24, fonts);
  return asArtifact('Header', [
    ...drawText(left, page.left, header.baseline, fonts, context),
    ...drawText(right, rightEdge, header.baseline, fonts, context),
    ...box(page.left, header.rule, textWidth, 0.5, hairline),
  ]);
}

/**
 * What every page has at its foot beside the notice: a rule and, when there are several pages, the page
 * number.
 */
export function footerMarks(
  language: LetterLanguage,
  pageIndex: number,
  pageCount: number,
  fonts: LetterFonts,
  context: PDFContext,
): PDFOperator[] {
  const label = pageCount > 1 ? letterLabels(language).pageNumber(pageIndex + 1, pageCount) : null;
  const line = oneLine(label ?? '', textWidth / 2, fonts);
  return asArtifact('Footer', [
    ...box(page.left, footer.rule, textWidth, 0.5, hairline),
    ...drawText(line, page.right - lineWidth(line, fonts), footer.top, fonts, context),
  ]);
}

/** Draws a line that nobody has to be told anything about. */
function drawText(...line: Parameters<typeof drawLine>): PDFOperator[] {
  return drawLine(...line).flatMap(({ operators }) => operators);
}

function oneLine(text: string, width: number, fonts: LetterFonts): Line {
  const [line = [], ...rest] = breakLines(styled(text, styles.small), width, fonts);
  return rest.length > 0 ? [...line, { text: '…', style: styles.small, level: 0 }] : line;
}

function box(x: number, y: number, width: number, height: number, color: RGB): PDFOperator[] {
  return [setFillingColor(color), rectangle(x, y, width, height), fill()];
}
