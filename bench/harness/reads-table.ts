import { contenders } from '../scenarios/contender.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { figuresOf, readable } from './figures.ts';
import type { Rounds } from './measure-reads.ts';

/** At least so many times the rate of each peer. */
type Target = { postgraphile: number; floor: number };

const hotRead: Target = { postgraphile: 1, floor: 0.4 };
const targets: Record<string, Target> = {
  homepageTasks: { postgraphile: 1.5, floor: 0.6 },
  typename: { postgraphile: 0, floor: 0 },
};

/** The figures of the hot reads as a table in Markdown. */
export function readsTable(measured: readonly { scenario: Scenario; rounds: Rounds }[]): string {
  const lines = measured.map(({ scenario: { name, title }, rounds }) => {
    const rates = contenders.map((contender) => figuresOf(rounds[contender].map(({ rate }) => rate)));
    const waits = contenders.map((contender) => {
      const middle = (of: 'p50' | 'p99') =>
        readable(figuresOf(rounds[contender].map((shot) => shot[of])).median);
      return `${middle('p50')} / ${middle('p99')}`;
    });
    const [ours, postgraphile, floor] = rates.map(({ median }) => median);
    const { postgraphile: toPostgraphile, floor: toFloor } = targets[name] ?? hotRead;
    const ratio = (other: number | undefined, target: number) => {
      const found = (ours ?? 0) / (other ?? 0);
      return `${found.toFixed(2)}${target === 0 ? '' : ` (≥ ${target}: ${found >= target ? 'met' : 'missed'})`}`;
    };
    const spread = rates.map(
      ({ median, lowest, highest }) => `${readable(median)} (${readable(lowest)}–${readable(highest)})`,
    );
    return [title, ...spread, ratio(postgraphile, toPostgraphile), ratio(floor, toFloor), ...waits];
  });
  const head = [
    '',
    'ours, requests/s',
    'PostGraphile',
    'floor',
    '× PostGraphile',
    '× floor',
    'ours p50 / p99 ms',
    'PostGraphile ms',
    'floor ms',
  ];
  return [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
