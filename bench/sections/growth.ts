import { growthTable } from '../harness/growth-table.ts';
import { measureGrowth } from '../harness/measure-growth.ts';
import type { Section } from './section.ts';

const sizes = [10_000, 100_000, 1_000_000];

/** How often a question is asked in a round, after how many that do not count. */
const turn = { warmUp: 10, questions: 150 };

/** How long each hot read of ours takes, the more cases there are. @param only parts of the names of those to be measured. */
export function growth(only: readonly string[]): Section {
  return {
    name: 'growth',
    title: 'Growth',
    async measure({ directory, rounds }) {
      const measured = await measureGrowth({
        directory,
        sizes,
        contenders: ['ours'],
        rounds,
        turn,
        only,
        told: (one) => console.log(growthTable([one]).split('\n').at(-1)),
      });
      return `One question at a time on one connection; p50 of ${turn.questions} questions, ${rounds} rounds; medians, and the lowest and highest round.\n\n${growthTable(measured)}`;
    },
  };
}
