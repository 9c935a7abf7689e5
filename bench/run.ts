import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startArena } from './harness/arena.ts';
import { checkSame } from './harness/check-same.ts';
import { circumstances } from './harness/circumstances.ts';
import { measureReads } from './harness/measure-reads.ts';
import { readsTable } from './harness/reads-table.ts';
import { hotReads } from './scenarios/hot-reads.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '10' },
    dir: { type: 'string', default: '.data' },
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'results.md' },
  },
});
const cases = Number(values.cases);
const load = {
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  seconds: Number(values.seconds),
};
const arena = await startArena({ directory: values.dir, cases });
try {
  const scenarios = hotReads(arena.subjects).filter(
    ({ name }) => values.only.length === 0 || values.only.includes(name),
  );
  await checkSame(arena, scenarios);
  const about = await circumstances(arena.client, cases);
  const measured = [];
  for (const scenario of scenarios) {
    measured.push({ scenario, rounds: await measureReads(arena, scenario, load) });
    console.log(readsTable(measured.slice(-1)).split('\n').at(-1));
  }
  const how = `${load.connections} connections, ${load.rounds} rounds of ${load.seconds} s each in turn; medians, and the lowest and highest round.`;
  const text = `# Results\n\n${about}\n\n## Hot reads\n\n${how}\n\n${readsTable(measured)}\n`;
  writeFileSync(values.out, text);
  console.log(`\n${text}`);
} finally {
  await arena.stop();
}
