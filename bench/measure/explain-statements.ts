import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { asked } from '../scenarios/contender.ts';
import { findSubjects } from '../scenarios/find-subjects.ts';
import { hotReads } from '../scenarios/hot-reads.ts';
import { startBenchDatabase } from '../service/bench-database.ts';
import { startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    dir: { type: 'string', default: '.data' },
    out: { type: 'string', default: 'statements.md' },
  },
});

type Entry = { text: string; name?: string; values?: unknown[]; ms: number; at: number };

const server = await startBenchDatabase(values.dir);
const databaseUrl = server.urlOf(Number(values.cases));
const client = new pg.Client(databaseUrl);
await client.connect();
const subjects = await findSubjects(client);
const signIn = await startSignIn();
const file = join(mkdtempSync(join(tmpdir(), 'bench-trace-')), 'statements');
writeFileSync(file, '');
const ours = await startOurs({
  databaseUrl,
  signIn,
  nodeFlags: ['--import', join(import.meta.dirname, 'trace-statements.mjs')],
  env: { TRACE_FILE: file },
});
const token = await signIn.tokenFor(subjects.username);
let report = '';
try {
  for (const scenario of hotReads(subjects)) {
    const { path, ...request } = asked('ours', scenario, token);
    const ask = async () => (await fetch(`${ours.url}${path}`, request)).text();
    for (let time = 0; time < 5; time++) await ask();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = readFileSync(file, 'utf8').length;
    const since = performance.now();
    await ask();
    const took = performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 150));
    const entries = readFileSync(file, 'utf8')
      .slice(before)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry)
      .filter(({ text }) => !/"LiveEvent"|pgboss/.test(text));
    report += `\n# ${scenario.title}: ${entries.length} statements, ${took.toFixed(1)} ms\n`;
    for (const { text, name, values: given = [], ms } of entries) {
      report += `\n## ${ms.toFixed(2)} ms${name ? ` (prepared ${name.slice(0, 20)})` : ''}, ${text.length} characters\n\n${text.slice(0, 6000)}\n\n`;
      if (!/^\s*(SELECT|WITH)/i.test(text)) continue;
      const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, given as unknown[]);
      const plan = rows.map((row) => row['QUERY PLAN']);
      report += `${plan.join('\n').slice(0, 9000)}\n`;
      const times = plan.filter((line: string) => /^(Planning|Execution) Time/.test(line)).join('; ');
      console.log(
        `${scenario.name}: ${ms.toFixed(2)} ms | ${times} | ${text.replaceAll(/\s+/g, ' ').slice(0, 110)}`,
      );
    }
  }
} catch (error) {
  console.error(ours.output().slice(-3_000));
  throw error;
} finally {
  writeFileSync(values.out, report);
  await ours.stop();
  await signIn.stop();
  await client.end();
  await server.stop();
}
