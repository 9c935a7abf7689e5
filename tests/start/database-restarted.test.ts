import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.ts';
import { publish } from '../../src/platform/live/live-event.ts';
import { globalId } from '../support/global-id.ts';
import { tasksAfterSubscription } from '../support/live-operations.ts';
import { startMailbox } from '../support/mailbox.ts';
import { makeTasks } from '../support/own-tasks.ts';
import { run } from './run.ts';

it('[B5] PostgreSQL restarted under it: subscriptions stay open, and nothing is missed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-restart-'));
  const mailbox = await startMailbox();
  const start = (port?: number) =>
    startEmbeddedDatabase({ directory, durable: false, ...(port === undefined ? {} : { port }) });
  let server = await start();
  const { url } = server;
  onTestFinished(async () => {
    await server.stop();
    await mailbox.stop();
    await rm(directory, { recursive: true, force: true });
  });
  const api = run('main', {
    ...{ DATABASE_URL: url, SMTP_URL: mailbox.smtpUrl, SIGNING_SECRET: 'x'.repeat(32) },
    WORKER: 'false',
  });
  const user = await signIn(await api.ready(), 'north.manager');
  onTestFinished(() => user.close());
  const database = openDatabase({ url, poolSize: 2 });
  onTestFinished(() => database.$disconnect());
  const ids = await makeTasks(database, 'north.manager', 30);
  const { id: assigneeId } = await database.staff.findUniqueOrThrow({ where: { username: 'north.manager' } });
  const subscriptions = [
    await user.watch(tasksAfterSubscription, { after: null }),
    await user.stream(tasksAfterSubscription, { after: null }),
  ];

  const [early, during] = [ids.slice(0, 10), ids.slice(10)];
  for (const taskId of early) await publish(database, { topic: 'homepageTask', taskId, assigneeId });
  // While the feed is still telling of them, and before it is told of the next ones by anybody.
  await server.stop();
  await sleep(500);
  server = await start(Number(new URL(url).port));
  expect(server.url).toBe(url);
  const again = openDatabase({ url, poolSize: 2 });
  onTestFinished(() => again.$disconnect());
  for (const taskId of during) await publish(again, { topic: 'homepageTask', taskId, assigneeId });

  for (const subscription of subscriptions) {
    for (const id of ids) {
      const { homepageTask } = (await subscription.next(() => true)).homepageTaskChanged;
      expect(homepageTask.id).toBe(globalId('HomepageTask', id));
    }
  }
}, 120_000);
