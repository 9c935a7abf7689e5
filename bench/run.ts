import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { circumstances } from './harness/circumstances.ts';
import { growth } from './sections/growth.ts';
import { live } from './sections/live.ts';
import { reads } from './sections/reads.ts';
import { start } from './sections/start.ts';
import { writes } from './sections/writes.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '10' },
    dir: { type: 'string', default: '.data' },
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '5' },
    scenario: { type: 'string', multiple: true, default: [] },
    seconds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'results.md' },
  },
});
const settings = {
  directory: values.dir,
  cases: Number(values.cases),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  seconds: Number(values.seconds),
};
const sections = [
  reads(values.scenario),
  growth(values.scenario),
  writes,
  live(values.scenario),
  start,
].filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const parts = ['# Results', await circumstances(settings)];
for (const { title, measure } of sections) {
  console.log(title);
  parts.push(`## ${title}`, await measure(settings));
}
const text = `${parts.join('\n\n')}\n`;
writeFileSync(values.out, text);
console.log(`\n${text}`);
