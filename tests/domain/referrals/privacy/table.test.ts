import { describe, expect, it } from 'vitest';
import { checkMarked } from './check-marked.ts';
import { mark } from './read-marked.ts';
import { everyRow, table } from './table.ts';

describe.each(Object.entries(table))(
  '[B3] The privacy check finds what is marked in %s, and nothing else',
  (_, rows) => {
    it.each(rows.flatMap(({ client, texts }) => texts.map((marked) => ({ marked, client }))))(
      '$marked',
      ({ marked, client }) => {
        const { text, expected, found } = checkMarked(marked, client);
        expect(mark(text, found, expected)).toBe(marked);
      },
    );
  },
);

it('[B3] Over the whole table, debatable rows with it, precision is at least 0.97 and recall at least 0.95', () => {
  const counts = { expected: 0, found: 0, right: 0, met: 0 };
  for (const { client, texts } of everyRow) {
    for (const marked of texts) {
      const { expected, found } = checkMarked(marked, client);
      const meets = (a: (typeof expected)[number], b: (typeof found)[number]) =>
        a.kind === b.kind && a.start < b.end && b.start < a.end;
      counts.expected += expected.length;
      counts.found += found.length;
      counts.met += expected.filter((a) => found.some((b) => meets(a, b))).length;
      counts.right += found.filter((b) => expected.some((a) => meets(a, b))).length;
    }
  }
  const precision = counts.right / counts.found;
  const recall = counts.met / counts.expected;
  const figures = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${JSON.stringify(counts)})`;
  expect(precision, figures).toBeGreaterThanOrEqual(0.97);
  expect(recall, figures).toBeGreaterThanOrEqual(0.95);
});
