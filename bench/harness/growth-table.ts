import { figuresOf, readable } from './figures.ts';
import type { Growth } from './measure-growth.ts';

/** At most so many times as long as with the fewest cases. */
const target = 1.3;

/** The growth of each read as a table in Markdown. */
export function growthTable(measured: readonly Growth[]): string {
  const sizes = [...(measured[0]?.p50.keys() ?? [])];
  const lines = measured.map(({ title, contender, username, steady, p50 }) => {
    const figures = sizes.map((size) => figuresOf(p50.get(size) ?? []));
    const times = figures.map(
      ({ median, lowest, highest }) => `${readable(median)} (${readable(lowest)}–${readable(highest)})`,
    );
    const ratio = (figures.at(-1)?.median ?? 0) / (figures[0]?.median ?? 0);
    const verdict =
      steady && contender === 'ours' ? ` (≤ ${target}: ${ratio <= target ? 'met' : 'missed'})` : '';
    return [title, username, contender, ...times, `${ratio.toFixed(2)}${verdict}`];
  });
  const head = [
    'p50 in ms',
    'asked by',
    'of',
    ...sizes.map((size) => `${size.toLocaleString('en')} cases`),
    'last × first',
  ];
  return [head, head.map((_, at) => (at < 3 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
