import { startArena } from '../harness/arena.ts';
import { checkSame } from '../harness/check-same.ts';
import { measureReads } from '../harness/measure-reads.ts';
import { readsTable } from '../harness/reads-table.ts';
import { hotReads } from '../scenarios/hot-reads.ts';
import type { Section, Settings } from './section.ts';

/** Each hot read, asked of each contender. @param only the names of those to be measured; all where there are none. */
export function reads(only: readonly string[]): Section {
  return {
    name: 'reads',
    title: 'Hot reads',
    async measure({ directory, cases, ...load }: Settings) {
      const arena = await startArena({ directory, cases });
      try {
        const scenarios = hotReads(arena.subjects).filter(
          ({ name }) => only.length === 0 || only.includes(name),
        );
        if (scenarios.length === 0) throw new Error(`there is no scenario ${only.join(', ')}`);
        await checkSame(arena, scenarios);
        const measured = [];
        for (const scenario of scenarios) {
          measured.push({ scenario, rounds: await measureReads(arena, scenario, load) });
          console.log(readsTable(measured.slice(-1)).split('\n').at(-1));
        }
        return `${cases.toLocaleString('en')} cases; ${load.connections} connections that each wait for their answer; ${load.rounds} rounds of ${load.seconds} s each, in turn; medians, and the lowest and highest round.\n\n${readsTable(measured)}`;
      } finally {
        await arena.stop();
      }
    },
  };
}
