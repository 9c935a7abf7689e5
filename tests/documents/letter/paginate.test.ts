import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/documents/letter/letter-blocks.ts';
import { body } from '../../../src/documents/letter/page-geometry.ts';
import { paginate } from '../../../src/documents/letter/paginate.ts';

const leading = 15;
const block = (lineCount: number, changes: Partial<Block> = {}): Block => ({
  tag: 'P',
  leading,
  spaceBefore: 9,
  keepWithNext: false,
  keepTogether: false,
  bar: false,
  lines: Array.from({ length: lineCount }, () => []),
  ...changes,
});
const letters = fc
  .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 25 })
  .map((counts) => [
    block(1, { keepWithNext: true }),
    ...counts.map((count, index) => block(count, { keepWithNext: index === counts.length - 1 })),
    block(1, { keepWithNext: true }),
    block(5, { keepTogether: true }),
  ]);
const tops = fc.integer({ min: body.bottom - 20, max: body.top });

describe('paginate', () => {
  it('places every line once, in order, between the margins', () => {
    fc.assert(
      fc.property(letters, tops, (blocks, top) => {
        const { blocks: placed, pageCount } = paginate(blocks, top);
        expect(placed.map(({ lines }) => lines.length)).toEqual(blocks.map(({ lines }) => lines.length));
        const positions = placed.flatMap(({ lines }) => lines);
        for (const [index, line] of positions.entries()) {
          expect(line.baseline).toBeGreaterThanOrEqual(body.bottom);
          const previous = positions[index - 1];
          if (!previous) continue;
          if (previous.page === line.page)
            expect(line.baseline).toBeLessThanOrEqual(previous.baseline - leading);
          else expect(line.page).toBe(previous.page + 1);
        }
        expect(positions.at(-1)?.page).toBe(pageCount - 1);
      }),
    );
  });

  it('leaves no single line of a paragraph on a page, and parts no heading or signature from its text', () => {
    fc.assert(
      fc.property(letters, tops, (blocks, top) => {
        const placed = paginate(blocks, top).blocks.map(({ lines }) => lines.map(({ page }) => page));
        for (const [index, pages] of placed.entries()) {
          for (const page of new Set(pages)) {
            const onPage = pages.filter((other) => other === page).length;
            expect(onPage).toBeGreaterThanOrEqual(Math.min(2, pages.length));
          }
          if (blocks[index]?.keepWithNext) expect(pages.at(-1)).toBe(placed[index + 1]?.[0]);
          if (blocks[index]?.keepTogether) expect(new Set(pages).size).toBe(1);
        }
      }),
    );
  });

  it('breaks what is longer than a page where the page ends', () => {
    const { blocks, pageCount } = paginate([block(100, { keepTogether: true })], body.top);
    expect(pageCount).toBe(3);
    expect(blocks[0]?.lines).toHaveLength(100);
  });
});
