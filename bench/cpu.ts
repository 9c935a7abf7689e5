import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startArena } from './harness/arena.ts';
import { childrenOf, cpuTime, cpuTimeOfEnded } from './harness/cpu-time.ts';
import { fire } from './harness/fire.ts';
import { contenders } from './scenarios/contender.ts';
import { hotReads } from './scenarios/hot-reads.ts';

// What a request costs in processor time, the contender's and PostgreSQL's: unlike rates, it hardly hangs on what else the machine does.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    dir: { type: 'string', default: '.data' },
    seconds: { type: 'string', default: '4' },
    contender: { type: 'string', multiple: true, default: [...contenders] },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const arena = await startArena({ directory: values.dir, cases: Number(values.cases) });
try {
  const { rows } = await arena.client.query('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0].pid);
  const database = () =>
    childrenOf(postmaster).reduce((sum, pid) => sum + cpuTime(pid), cpuTimeOfEnded(postmaster));
  console.log('| ms of processor time a request | contender | PostgreSQL |\n| --- | --: | --: |');
  for (const scenario of hotReads(arena.subjects).filter(
    ({ name }) => values.only.length === 0 || values.only.includes(name),
  )) {
    for (const contender of contenders.filter((name) => values.contender.includes(name))) {
      const load = { connections: 10, seconds: Number(values.seconds) };
      await fire(arena, contender, scenario, { ...load, seconds: 2 });
      const before = { own: cpuTime(arena.pids[contender]), database: database() };
      const { rate } = await fire(arena, contender, scenario, load);
      const requests = rate * load.seconds;
      const own = (cpuTime(arena.pids[contender]) - before.own) / requests;
      const theirs = (database() - before.database) / requests;
      console.log(`| ${scenario.title}, ${contender} | ${own.toFixed(2)} | ${theirs.toFixed(2)} |`);
    }
  }
} finally {
  await arena.stop();
}

function parentOf(pid: number): number {
  return Number(readStat(pid)[1]);
}

function readStat(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
}
