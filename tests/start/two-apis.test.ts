import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { homepageTaskSubscription, referralStatusSubscription } from '../../demo/operations.ts';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { publish } from '../../src/platform/live/live-event.ts';
import { signingSecret } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { globalId } from '../support/global-id.ts';
import { liveCursorQuery } from '../support/live-operations.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { makeTasks } from '../support/own-tasks.ts';
import { refer, transfer } from '../support/refer.ts';
import { run } from './run.ts';
import { startSubscriber } from './subscriber.ts';

let mailbox: Mailbox;
let test: TestDatabase;
beforeAll(async () => {
  mailbox = await startMailbox();
  test = await createTestDatabase();
});
afterAll(async () => {
  await test.drop();
  await mailbox.stop();
});

const settings = () => ({ DATABASE_URL: test.url, SMTP_URL: mailbox.smtpUrl, SIGNING_SECRET: signingSecret });

/** Two processes of the API on one database, without jobs. */
async function twoApis(): Promise<[string, string]> {
  const apis = [
    run('main', { ...settings(), WORKER: 'false' }),
    run('main', { ...settings(), WORKER: 'false' }),
  ];
  const [one = '', other = ''] = await Promise.all(apis.map((api) => api.ready()));
  return [one, other];
}

async function userAt(url: string, username: string) {
  const client = await signIn(url, username);
  onTestFinished(() => client.close());
  return client;
}

it('[B5] a subscriber of one process sees what a mutation on another did, and what a worker did', async () => {
  const [one, other] = await twoApis();
  const worker = run('worker', settings());
  await worker.printed('handling jobs');
  const north = await userAt(one, 'north.manager');
  const first = await refer(north, { number: '50244764', type: 'CASE_TRANSFER' });
  const watching = await userAt(other, 'north.manager');
  const status = await watching.watch(referralStatusSubscription, { caseId: first.caseId });
  const tasks = await (await userAt(other, 'south.manager2')).stream(homepageTaskSubscription);

  const { referralId } = await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  const isIt = { referralStatusChanged: { referral: { id: referralId } } };
  for (const wanted of ['SUBMITTED', 'EMAILED']) {
    const event = await status.next(
      ({ referralStatusChanged: { referral } }) =>
        referral.id === referralId && [wanted, 'EMAILED'].includes(referral.status),
    );
    expect(event).toMatchObject(isIt);
  }
  await transfer(await userAt(one, 'south.admin'), first.caseId, 'south.manager2');
  await tasks.next((event) => event.homepageTaskChanged.homepageTask.type === 'CASE_RECEIVED');

  const connections = await test.database.$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'handoff live feed'`;
  expect(connections).toHaveLength(2);
}, 90_000);

it('[B5] a subscriber that is killed again and again misses nothing of 200 events a second, and has none twice', async () => {
  const apis = await twoApis();
  const username = 'north.manager2';
  const { liveCursor } = await (await userAt(apis[0], username)).request(liveCursorQuery);
  const ids = await makeTasks(test.database, username, 1_000);
  const { id: assigneeId } = await test.database.staff.findUniqueOrThrow({ where: { username } });
  const publishing = Promise.all(
    ids.map(async (taskId, place) => {
      await sleep(place * 5);
      await publish(test.database, { topic: 'homepageTask', taskId, assigneeId });
    }),
  );

  const authorization = `Bearer ${await developmentTokens(signingSecret).issue(username)}`;
  const noted: [cursor: string, taskId: string][] = [];
  let lives = 0;
  for (const deadline = Date.now() + 90_000; noted.length < ids.length && Date.now() < deadline; lives += 1) {
    const after = noted.at(-1)?.[0] ?? liveCursor;
    const subscriber = startSubscriber(apis[lives % 2] ?? '', authorization, after);
    const wanted = Math.min(150, ids.length - noted.length);
    await vi.waitFor(() => expect(subscriber.noted().length).toBeGreaterThanOrEqual(wanted), {
      timeout: 60_000,
      interval: 10,
    });
    await subscriber.kill();
    noted.push(...subscriber.noted());
  }
  await publishing;
  const inOrder = await test.database.liveEvent.findMany({
    where: { topic: 'homepageTask', key: assigneeId },
    orderBy: { position: 'asc' },
  });
  expect(inOrder).toHaveLength(ids.length);
  expect(noted).toEqual(inOrder.map((event) => [event.id, globalId('HomepageTask', event.subjectId)]));
  expect(lives).toBeGreaterThan(3);
}, 150_000);
