import type { Line } from './break-lines.ts';
import { type Block, type BlockLayout, barIndent } from './letter-blocks.ts';
import { body, page } from './page-geometry.ts';

/** A line at its place: page counted from 0, position of its first glyph in points. */
export type PlacedLine = { line: Line; page: number; x: number; baseline: number };

/** A block whose lines have their places, maybe on several pages. */
export type PlacedBlock = Pick<BlockLayout, 'tag' | 'bar' | 'leading'> & { lines: PlacedLine[] };

const fullPage = body.top - body.bottom;

/** A line on its way to a page. `height` includes the space above it. */
type FlowingLine = { block: number; line: Line; height: number; leading: number; canStartPage: boolean };

/**
 * Lets blocks flow down the pages, the first of which begins at `top` points. A page never begins or ends
 * with a single line of a longer paragraph, a heading stays with what follows it, and the signature is not
 * parted from the last lines of the body, unless a part that may not be broken is longer than a page.
 */
export function paginate(
  blocks: readonly Block[],
  top: number,
): { blocks: PlacedBlock[]; pageCount: number } {
  const placed = blocks.map(({ tag, bar, leading }): PlacedBlock => ({ tag, bar, leading, lines: [] }));
  const lines = blocks.flatMap(flowing);
  let pageIndex = 0;
  let first = 0;
  let room = top - body.bottom;

  while (first < lines.length) {
    const end = pageEnd(lines, first, room);
    let baseline = pageIndex === 0 ? top : body.top;
    for (const [offset, { block, line, height, leading }] of lines.slice(first, end).entries()) {
      baseline -= offset === 0 ? leading : height;
      const x = blocks[block]?.bar ? page.left + barIndent : page.left;
      placed[block]?.lines.push({ line, page: pageIndex, x, baseline });
    }
    first = end;
    room = fullPage;
    if (first < lines.length) pageIndex += 1;
  }
  return { blocks: placed, pageCount: pageIndex + 1 };
}

/** The index after the last line of the page that begins with line `first` and has `room` points. */
function pageEnd(lines: readonly FlowingLine[], first: number, room: number): number {
  let fitting = first;
  let used = 0;
  for (const line of lines.slice(first)) {
    used += fitting === first ? line.leading : line.height;
    if (used > room) break;
    fitting += 1;
  }
  if (fitting === lines.length) return fitting;
  for (let end = fitting; end > first; end -= 1) {
    if (lines[end]?.canStartPage) return end;
  }
  // What must not be broken may still fit on a page without letterhead; on such a page there is no more to
  // hope for.
  return room < fullPage ? first : Math.max(fitting, first + 1);
}

function flowing(block: Block, index: number, blocks: readonly Block[]): FlowingLine[] {
  const { lines, leading, spaceBefore, keepTogether } = block;
  return lines.map((line, at) => {
    const isFirst = at === 0;
    const canStartPage = isFirst
      ? !blocks[index - 1]?.keepWithNext
      : !keepTogether && at >= 2 && lines.length - at >= 2;
    return { block: index, line, leading, height: leading + (isFirst ? spaceBefore : 0), canStartPage };
  });
}
