import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { caseQuery } from '../../demo/operations.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { refer } from '../support/refer.ts';
import { newDataDirectory, run } from './run.ts';

const number = '50244764';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(async () => await mailbox.stop());

it('[R19] a worker of its own does the jobs of an API that does none, and finds its database by itself', async () => {
  const settings = { DATA_DIR: await newDataDirectory(), SMTP_URL: mailbox.smtpUrl };
  const api = run('main', { ...settings, WORKER: 'false' });
  const north = await signIn(await api.ready(), 'north.manager');
  const status = async () =>
    (await north.request(caseQuery, { number })).case?.referrals?.nodes.map((one) => one.statusLabel);

  await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await sleep(1_000);
  expect(await status()).toEqual(['Submitted']);
  expect(mailbox.messages).toEqual([]);

  const worker = run('worker', settings);
  await worker.printed('handling jobs');
  await mailbox.waitForMail(() => true);
  for (let tries = 0; tries < 50 && (await status())?.[0] !== 'Emailed'; tries += 1) await sleep(100);
  expect(await status()).toEqual(['Emailed']);

  worker.signal('SIGINT');
  expect(await worker.ended).toBe(0);
  expect(worker.stderr()).toBe('');
  await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await sleep(1_000);
  expect(await status()).toEqual(['Emailed', 'Submitted']);
}, 60_000);

it('[R20] [B1] a worker of its own serves health and metrics where it is told to, and nothing else', async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const settings = { DATABASE_URL: url, SMTP_URL: mailbox.smtpUrl, SIGNING_SECRET: 'x'.repeat(32) };
  const api = run('main', { ...settings, WORKER: 'false' });
  const north = await signIn(await api.ready(), 'north.manager');
  const worker = run('worker', { ...settings, METRICS_PORT: '0' });
  await worker.printed('handling jobs');
  const at = /at (\S+)\/metrics/.exec(worker.stdout())?.[1] ?? '';
  const ask = async (path: string) => await fetch(at + path);
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await ask('/readyz')).status).toBe(200);
  expect((await ask('/graphql')).status).toBe(404);

  await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await vi.waitFor(
    async () => {
      const metrics = await (await ask('/metrics')).text();
      expect(metrics).toContain('\nhandoff_submitted_to_emailed_seconds_count 1\n');
      expect(metrics).toContain('\nhandoff_service_level_emailed_in_time 1\n');
      expect(metrics).toContain('\nhandoff_correspondence_queued 0\n');
    },
    { timeout: 15_000, interval: 200 },
  );
  worker.signal('SIGINT');
  expect(await worker.ended).toBe(0);
  expect(worker.stderr()).toBe('');
}, 60_000);

it('a worker says so where its port for metrics is taken, and does not start', async () => {
  const { url, drop } = await createTestDatabase();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(async () => {
    other.close();
    await drop();
  });
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const settings = { DATABASE_URL: url, SMTP_URL: mailbox.smtpUrl };
  const worker = run('worker', { ...settings, METRICS_PORT: String(port) });
  expect(await worker.ended).toBe(1);
  expect(worker.stderr()).toBe(
    `Handoff cannot start.\nMETRICS_PORT ${port} cannot be opened at HOST 127.0.0.1 (EADDRINUSE). Set one that is free, of 1024 or above.\n`,
  );
}, 30_000);
