import { figuresOf, readable } from './figures.ts';
import type { Writes } from './measure-writes.ts';

/** The figures of the writes as a table in Markdown. */
export function writesTable(measured: Writes): string {
  const lines = Object.entries(measured).map(([name, shots]) => {
    const cells = (['rate', 'p50', 'p95'] as const).map((what) => {
      const { median, lowest, highest } = figuresOf(shots.map((shot) => shot[what]));
      return `${readable(median)} (${readable(lowest)}–${readable(highest)})`;
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return ['| | requests/s | p50 ms | p95 ms |', '| --- | --: | --: | --: |', ...lines].join('\n');
}
