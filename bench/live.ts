import { parseArgs } from 'node:util';
import { liveTable } from './live/live-table.ts';
import { measureLive } from './live/measure-live.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    dir: { type: 'string', default: '.data' },
    sockets: { type: 'string', default: '10000' },
    told: { type: 'string', default: '4000' },
    rounds: { type: 'string', default: '5' },
    paced: { type: 'string', default: '1000' },
    pace: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
    missed: { type: 'string', default: '10000' },
    only: { type: 'string', multiple: true, default: [] },
    'node-flag': { type: 'string', multiple: true, default: [] },
  },
});
const figures = await measureLive({
  directory: values.dir,
  cases: Number(values.cases),
  sockets: Number(values.sockets),
  told: Number(values.told),
  rounds: Number(values.rounds),
  paced: Number(values.paced),
  aSecond: Number(values.pace),
  seconds: Number(values.seconds),
  missed: Number(values.missed),
  only: values.only,
  nodeFlags: values['node-flag'],
});
console.log(liveTable(figures));
