import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { openCase } from '../support/cases.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { submitted } from '../support/referrals.ts';
import { run } from './run.ts';

let house: House;
let manager: Actor;
let mailbox: Mailbox;
beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  mailbox = await startMailbox();
});
afterAll(async () => {
  await mailbox.stop();
  await house.stop();
});

/** Submits a referral and lets a worker with these settings at it. */
async function workOn(settings: Record<string, string>): Promise<string> {
  const { id: caseId } = await openCase(house, 'north.manager');
  const referralId = await submitted(house, manager, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
  const worker = run('worker', {
    DATABASE_URL: house.url,
    SMTP_URL: mailbox.smtpUrl,
    LOG_LEVEL: 'error',
    ...settings,
  });
  await worker.printed('handling jobs');
  return referralId;
}

it('[R21] a worker signs what it sends where the settings give a key', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await workOn({
    DKIM_DOMAIN: 'handoff.example',
    DKIM_SELECTOR: 'handoff1',
    DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    MAIL_FROM: 'no-reply@handoff.example',
  });
  const { headers } = await mailbox.waitForMail(() => true);
  const signature = headers.find(({ key }) => key === 'dkim-signature')?.value;
  expect(signature).toContain('d=handoff.example; q=dns/txt; s=handoff1;');
}, 30_000);

it('[R21] in production nothing goes to a mail server that offers no encryption, and the attempt says so', async () => {
  const referralId = await workOn({ NODE_ENV: 'production', DOCUMENTS_DIR: tmpdir() });
  const mails = mailbox.messages.length;
  const failure = await vi.waitFor(
    async () =>
      await house.database.correspondenceAttempt.findFirstOrThrow({
        where: { correspondence: { referralId }, finishedAt: { not: null } },
      }),
    { timeout: 15_000, interval: 100 },
  );
  expect(failure).toMatchObject({ outcome: 'DEFERRED', reason: 'SERVER_NOT_SECURE' });
  expect(mailbox.messages).toHaveLength(mails);
}, 30_000);
