import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { caseQuery, referralStatusSubscription } from '../../demo/operations.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { plainId } from '../support/global-id.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { refer } from '../support/refer.ts';
import { newDataDirectory, run } from './run.ts';

const number = '50244764';

let test: TestDatabase;
let mailbox: Mailbox;
/** The mail server has a message in hand, and accepts it once it is let. */
let inHand: PromiseWithResolvers<void>;
let accept: PromiseWithResolvers<void>;
beforeAll(async () => {
  test = await createTestDatabase();
  mailbox = await startMailbox({
    receive: async () => {
      inHand.resolve();
      await accept.promise;
    },
  });
});
beforeEach(() => {
  inHand = Promise.withResolvers();
  accept = Promise.withResolvers();
});
afterAll(async () => {
  await mailbox.stop();
  await test.drop();
});

const settings = async () => ({
  DATA_DIR: await newDataDirectory(),
  DATABASE_URL: test.url,
  SMTP_URL: mailbox.smtpUrl,
});

it('[R19] Ctrl-C stops it in order: the job in hand is finished first, and the referral is Emailed at the next look', async () => {
  const handoff = run('main', await settings());
  const url = await handoff.ready();
  const north = await signIn(url, 'north.manager');
  const { case: found } = await north.request(caseQuery, { number });
  const caseId = found?.id ?? '';
  const watched = await north.watch(referralStatusSubscription, { caseId });
  const streamed = await north.stream(referralStatusSubscription, { caseId });
  const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await inHand.promise;

  handoff.signal('SIGINT');
  for (const subscription of [watched, streamed]) {
    await expect(
      subscription.next((event) => event.referralStatusChanged.referral.status === 'EMAILED', 10),
    ).rejects.toThrow();
  }
  const health = await fetch(`${url}/healthz`).then(
    ({ status }) => status,
    () => 'nobody listens',
  );
  expect([503, 'nobody listens']).toContain(health);
  expect(await Promise.race([handoff.ended, sleep(500, 'still at work')])).toBe('still at work');
  accept.resolve();
  expect(await handoff.ended).toBe(0);
  expect(handoff.stderr()).toBe('');

  const next = run('main', await settings());
  const again = await signIn(await next.ready(), 'north.manager');
  const { case: later } = await again.request(caseQuery, { number });
  expect(later?.referrals?.nodes.find(({ id }) => id === referralId)).toMatchObject({
    statusLabel: 'Emailed',
  });
}, 60_000);

it('a second signal ends it at once, and what was in hand is still to be done', async () => {
  const handoff = run('main', await settings());
  const north = await signIn(await handoff.ready(), 'north.manager');
  const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await inHand.promise;
  handoff.signal('SIGINT');
  expect(await Promise.race([handoff.ended, sleep(300, 'still at work')])).toBe('still at work');
  handoff.signal('SIGINT');
  expect(await handoff.ended).toBe(1);
  accept.resolve();
  const id = plainId(referralId);
  const referral = await test.database.referral.findUnique({
    where: { id },
    include: { correspondence: true },
  });
  expect(referral).toMatchObject({ status: 'SUBMITTED', correspondence: [{ status: 'QUEUED' }] });
});
