import { parseArgs } from 'node:util';
import { growthTable } from './harness/growth-table.ts';
import { measureGrowth } from './harness/measure-growth.ts';
import { contenders } from './scenarios/contender.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', multiple: true, default: ['10000', '100000', '1000000'] },
    contender: { type: 'string', multiple: true, default: ['ours'] },
    dir: { type: 'string', default: '.data' },
    only: { type: 'string', multiple: true, default: [] },
    questions: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '5' },
  },
});
const measured = await measureGrowth({
  directory: values.dir,
  sizes: values.cases.map(Number),
  contenders: contenders.filter((name) => values.contender.includes(name)),
  rounds: Number(values.rounds),
  turn: { warmUp: 10, questions: Number(values.questions) },
  only: values.only,
  told: (growth) => console.error(growthTable([growth]).split('\n').at(-1)),
});
console.log(growthTable(measured));
