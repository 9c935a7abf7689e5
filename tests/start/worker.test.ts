import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { caseQuery } from '../../demo/operations.ts';
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
