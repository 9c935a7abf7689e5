import { parseArgs } from 'node:util';
import { measureWrites } from './harness/measure-writes.ts';
import { writesTable } from './harness/writes-table.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '20' },
    dir: { type: 'string', default: '.data' },
    requests: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
  },
});
const measured = await measureWrites({
  directory: values.dir,
  cases: Number(values.cases),
  rounds: Number(values.rounds),
  requests: Number(values.requests),
  connections: Number(values.connections),
});
console.log(writesTable(measured));
