import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
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
    with: { type: 'string', multiple: true, default: [] },
    env: { type: 'string', multiple: true, default: [] },
  },
});
const server = await startBenchDatabase(values.dir);
const databaseUrl = server.urlOf(Number(values.cases));
const client = new pg.Client(databaseUrl);
await client.connect();
const subjects = await findSubjects(client);
const signIn = await startSignIn();
const token = await signIn.tokenFor(subjects.username);
const here = await startOurs({ databaseUrl, signIn });
const there = await startOurs({
  databaseUrl,
  signIn,
  env: Object.fromEntries(values.env.map((e) => e.split('='))),
  ...(values.with[0] === undefined ? {} : { directory: values.with[0] }),
});
try {
  for (const scenario of hotReads(subjects).filter(({ name }) => name !== 'cases')) {
    const { path, ...request } = asked('ours', scenario, token);
    const rates: number[][] = [[], []];
    for (let round = 0; round < 3; round++) {
      for (const [at, { url }] of [here, there].entries()) {
        const { requests, duration } = await autocannon({
          url: `${url}${path}`,
          ...request,
          connections: 10,
          duration: 2,
        });
        if (round > 0) rates[at]?.push(requests.total / duration);
      }
    }
    console.log(scenario.name, rates.map((of) => of.map((rate) => rate.toFixed(0)).join(' ')).join(' | '));
  }
} finally {
  await here.stop();
  await there.stop();
  await signIn.stop();
  await client.end();
  await server.stop();
}
