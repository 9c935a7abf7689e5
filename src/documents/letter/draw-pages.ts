import type { PDFDocument, PDFOperator } from 'pdf-lib';
import { type DrawnPart, drawLine, type Span } from './draw-line.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import type { LetterContent } from './letter-content.ts';
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
 * in points, null where it has none.
 */
export type LetterLayout = { blocks: PlacedBlock[]; pageCount: number; letterheadRule: number | null };

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
  const elements = blocks.map(({ tag }) => newElement(tag));
  const draw = (lines: PlacedLine[]): DrawnPart[] =>
    lines.flatMap(({ line, x, baseline }) => drawLine(line, x, baseline, fonts, context));

  const drawPage = (index: number): PDFOperator[] => {
    const operators = index === 0 ? letterheadRules(letterheadRule) : runningHeader(content, fonts, context);
    let markId = 0;
    const spans = new Map<Span, StructureElement>();
    const elementOf = (span: Span, parent: StructureElement): StructureElement => {
      const element = spans.get(span) ?? newElement('Span', span);
      if (!spans.has(span)) parent.kids.push(element);
      spans.set(span, element);
      return element;
    };
    for (const [at, block] of blocks.entries()) {
      const lines = block.lines.filter((line) => line.page === index);
      const element = elements[at];
      if (lines.length === 0 || !element) continue;
      if (block.bar) operators.push(...sideBar(lines, block.leading));
      for (const part of joined(draw(lines))) {
        const inside = part.span ? elementOf(part.span, element) : element;
        operators.push(...asContent(inside.tag, markId, part.characters, part.operators));
        inside.kids.push({ page: index, markId });
        markId += 1;
      }
    }
    if (index < pageCount - 1) {
      operators.push(
        ...asArtifact(
          'Footer',
          draw(confidentialityNotice(content, fonts, index).lines).flatMap((part) => part.operators),
        ),
      );
    }
    operators.push(...footerMarks(content.language, index, pageCount, fonts, context));
    return operators;
  };

  const pages = Array.from({ length: pageCount }, (_, index) => {
    const added = document.addPage([page.width, page.height]);
    added.pushOperators(...drawPage(index));
    return added;
  });
  fonts.embed(pages);
  attachStructureTree(document, pages, elements);
}

function newElement(
  tag: StructureElement['tag'],
  span: Span = { language: null, text: null },
): StructureElement {
  return { tag, ...span, kids: [] };
}

/** Lines that need nothing said of them are drawn in one go. */
function joined(parts: readonly DrawnPart[]): DrawnPart[] {
  const result: DrawnPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && last.span === null && part.span === null) last.operators.push(...part.operators);
    else result.push({ ...part, operators: [...part.operators] });
  }
  return result;
}
