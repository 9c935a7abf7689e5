import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { plainId } from '../support/global-id.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { refer } from '../support/refer.ts';
import { newDataDirectory, run } from './run.ts';

let test: TestDatabase;
let mailbox: Mailbox;
beforeAll(async () => {
  test = await createTestDatabase();
  mailbox = await startMailbox();
});
afterAll(async () => {
  await mailbox.stop();
  await test.drop();
});

it('[B1] an API killed as soon as it has answered a submit: the email goes out all the same', async () => {
  const settings = { DATABASE_URL: test.url, SMTP_URL: mailbox.smtpUrl };
  const api = run('main', { ...settings, DATA_DIR: await newDataDirectory(), WORKER: 'false' });
  const north = await signIn(await api.ready(), 'north.manager');
  const { referralId } = await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  api.signal('SIGKILL');
  expect(await api.ended).toBe('SIGKILL');
  const status = async () =>
    (await test.database.referral.findUniqueOrThrow({ where: { id: plainId(referralId) } })).status;
  expect(await status()).toBe('SUBMITTED');
  expect(mailbox.messages).toEqual([]);

  const worker = run('worker', settings);
  await worker.printed('handling jobs');
  await vi.waitFor(async () => expect(await status()).toBe('EMAILED'), { timeout: 15_000 });
  expect(mailbox.messages).toHaveLength(1);
}, 60_000);
