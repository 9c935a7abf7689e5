import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { asked } from '../scenarios/contender.ts';
import { findSubjects } from '../scenarios/find-subjects.ts';
import { hotReads } from '../scenarios/hot-reads.ts';
import { startBenchDatabase } from '../service/bench-database.ts';
import { startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';
import { whereTimeGoes } from './where-time-goes.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    dir: { type: 'string', default: '.data' },
    only: { type: 'string', multiple: true, default: ['homepageTasks', 'case', 'typename'] },
    seconds: { type: 'string', default: '8' },
  },
});
const server = await startBenchDatabase(values.dir);
const databaseUrl = server.urlOf(Number(values.cases));
const client = new pg.Client(databaseUrl);
await client.connect();
const subjects = await findSubjects(client);
const signIn = await startSignIn();
const token = await signIn.tokenFor(subjects.username);
try {
  for (const scenario of hotReads(subjects).filter(({ name }) => values.only.includes(name))) {
    const directory = mkdtempSync(join(tmpdir(), 'bench-profile-'));
    const ours = await startOurs({
      databaseUrl,
      signIn,
      nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${directory}`, '--cpu-prof-interval=500'],
    });
    const { path, ...request } = asked('ours', scenario, token);
    const load = { url: `${ours.url}${path}`, ...request, connections: 10 };
    await autocannon({ ...load, duration: 3 });
    const { requests, duration } = await autocannon({ ...load, duration: Number(values.seconds) });
    await ours.stop();
    const [file = ''] = readdirSync(directory);
    console.log(
      `\n# ${scenario.title}: ${(requests.total / duration).toFixed(0)}/s — ${join(directory, file)}`,
    );
    console.log(whereTimeGoes(JSON.parse(readFileSync(join(directory, file), 'utf8'))));
  }
} finally {
  await signIn.stop();
  await client.end();
  await server.stop();
}
