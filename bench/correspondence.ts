import { parseArgs } from 'node:util';
import pg from 'pg';
import { percentile, readable } from './harness/figures.ts';
import { findSubjects } from './scenarios/find-subjects.ts';
import { startBenchDatabase } from './service/bench-database.ts';
import { startMailSink } from './service/mail-sink.ts';
import { startSignIn } from './service/sign-in.ts';
import { startOurs } from './service/start-ours.ts';
import { startWorker } from './service/start-worker.ts';
import { atAPace, atATime } from './writes/at-a-time.ts';
import { makeDrafts } from './writes/make-drafts.ts';
import { submit } from './writes/submit.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    dir: { type: 'string', default: '.data' },
    letters: { type: 'string', default: '500' },
    pace: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
  },
});
const server = await startBenchDatabase(values.dir);
const databaseUrl = server.urlOf(Number(values.cases));
const client = new pg.Client(databaseUrl);
await client.connect();
const { username } = await findSubjects(client);
const signIn = await startSignIn();
const sink = await startMailSink();
const ours = await startOurs({ databaseUrl, signIn, env: { SMTP_URL: sink.url } });
const user = { url: ours.url, token: await signIn.tokenFor(username) };

/** Waits until all of these are Emailed. @returns the seconds from submit to Emailed, of each. */
async function untilEmailed(ids: string[]): Promise<number[]> {
  for (;;) {
    const { rows } = await client.query(
      `SELECT status, extract(epoch FROM "emailedAt" - "submittedAt")::float8 AS seconds FROM "Referral" WHERE id = ANY ($1)`,
      [ids],
    );
    if (rows.every(({ status }) => status === 'EMAILED')) return rows.map(({ seconds }) => seconds);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

try {
  const many = await makeDrafts(client, username, Number(values.letters));
  const { each, whole } = await atATime(many, 10, (id) => submit(user, id));
  console.log(
    `submitReferral: ${readable((each.length * 1_000) / whole)}/s, p50 ${readable(percentile(each, 50))} ms, p95 ${readable(percentile(each, 95))} ms`,
  );
  const since = performance.now();
  const worker = await startWorker({ databaseUrl, smtpUrl: sink.url });
  const ready = performance.now();
  await untilEmailed(many);
  const { rows } = await client.query(
    `SELECT count(*)::int AS count, extract(epoch FROM max("emailedAt") - min("emailedAt"))::float8 AS seconds FROM "Referral" WHERE id = ANY ($1)`,
    [many],
  );
  console.log(
    `Emailed: ${readable(rows[0].count / rows[0].seconds)}/s from the first to the last, worker ready after ${readable(ready - since)} ms`,
  );
  const paced = await makeDrafts(client, username, Number(values.pace) * Number(values.seconds));
  await atAPace(paced, Number(values.pace), (id) => submit(user, id));
  const waits = await untilEmailed(paced);
  console.log(
    `at ${values.pace}/s: submit to Emailed p50 ${readable(percentile(waits, 50))} s, p95 ${readable(percentile(waits, 95))} s`,
  );
  await worker.stop();
} finally {
  await ours.stop();
  await signIn.stop();
  await sink.stop();
  await client.end();
  await server.stop();
}
