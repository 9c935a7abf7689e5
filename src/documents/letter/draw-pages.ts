import { type PDFDocument, PDFName, type PDFOperator } from 'pdf-lib';
import { drawLine } from './draw-line.ts';
import type { LetterContent } from './letter-content.ts';
import type { LetterFonts } from './letter-font.ts';
import {
  confidentialityNotice,
  footerMarks,
  letterheadRules,
  runningHeader,
  sideBar,
} from './page-furniture.ts';
import { page } from './page-geometry.ts';
import type { PlacedBlock, PlacedLine } from './paginate.ts';
import { asArtifact, asContent, attachStructureTree, type StructureElement } from './structure-tree.ts';

/**
 * What is drawn: blocks in reading order, each line at its place, and the height of the letterhead's rule
 * in points.
 */
export type LetterLayout = { blocks: PlacedBlock[]; pageCount: number; letterheadRule: number };

/**
 * Adds the pages of a letter to `document`: furniture as artifacts, blocks as tagged content in reading
 * order.
 */
export function drawPages(
  document: PDFDocument,
  content: LetterContent,
  fonts: LetterFonts,
  { blocks, pageCount, letterheadRule }: LetterLayout,
): void {
  const { context } = document;
  const elements = blocks.map(({ tag }): StructureElement => ({ tag, content: [] }));
  const draw = (lines: PlacedLine[]): PDFOperator[] =>
    lines.flatMap(({ line, x, baseline }) => drawLine(line, x, baseline, fonts, context));

  const drawPage = (index: number): PDFOperator[] => {
    const operators = index === 0 ? letterheadRules(letterheadRule) : runningHeader(content, fonts, context);
    let markId = 0;
    for (const [at, block] of blocks.entries()) {
      const lines = block.lines.filter((line) => line.page === index);
      if (lines.length === 0) continue;
      if (block.bar) operators.push(...sideBar(lines, block.leading));
      operators.push(...asContent(block.tag, markId, draw(lines)));
      elements[at]?.content.push({ page: index, markId });
      markId += 1;
    }
    if (index < pageCount - 1) {
      operators.push(...asArtifact('Footer', draw(confidentialityNotice(content, fonts, index).lines)));
    }
    operators.push(...footerMarks(content.language, index, pageCount, fonts, context));
    return operators;
  };

  const pages = Array.from({ length: pageCount }, (_, index) => {
    const added = document.addPage([page.width, page.height]);
    for (const font of Object.values(fonts))
      added.node.setFontDictionary(PDFName.of(font.resourceName), font.ref);
    added.pushOperators(...drawPage(index));
    return added;
  });
  attachStructureTree(document, pages, elements);
}
