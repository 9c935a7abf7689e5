import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { longestAttempt, longestSend } from '../../src/domain/correspondence/delivery-times.ts';
import { TryAgain } from '../../src/platform/queue.ts';
import { submitted } from '../support/referrals.ts';
import { refusalOf } from '../support/refusal.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let post: PostOffice;
let manager: Actor;
let caseId: string;
/** The mail server has a message in hand, and replies once it is let. */
let inHand = Promise.withResolvers<void>();
let reply = Promise.withResolvers<void>();
beforeAll(async () => {
  post = await openPostOffice({
    receive: async () => {
      inHand.resolve();
      await reply.promise;
    },
  });
  manager = await post.actor('north.manager');
  caseId = (await post.caseOf('north.manager')).id;
});
afterEach(() => {
  post.setNow(null);
  inHand = Promise.withResolvers();
  reply = Promise.withResolvers();
});
afterAll(async () => await post.stop());

const newReferral = async () => await submitted(post, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
const copies = async (referralId: string) => {
  const { sending } = await post.look(referralId);
  return post.mailbox.messages.filter(({ messageId }) => messageId === sending.messageId).length;
};

it('[R19] a second run of a job that is running mails nothing, and comes back when the first must be over', async () => {
  const referralId = await newReferral();
  const first = post.send(referralId);
  await inHand.promise;
  const refused = await refusalOf(post.send(referralId));
  expect(refused).toBeInstanceOf(TryAgain);
  const [attempt] = (await post.look(referralId)).sending.attempts;
  expect(refused).toMatchObject({ at: new Date(Number(attempt?.startedAt) + longestAttempt) });
  reply.resolve();
  await first;
  await post.send(referralId);
  expect(await copies(referralId)).toBe(1);
  expect((await post.look(referralId)).sending).toMatchObject({
    status: 'SENT',
    attempts: [{ number: 1, outcome: 'ACCEPTED' }],
  });
});

it('[R19] of two runs that begin at the same moment one mails', async () => {
  const referralId = await newReferral();
  reply.resolve();
  const runs = await Promise.allSettled([
    post.send(referralId),
    post.send(referralId),
    post.send(referralId),
  ]);
  expect(runs.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await copies(referralId)).toBe(1);
  expect((await post.look(referralId)).sending.attempts).toHaveLength(1);
});

it('[R20] an attempt that broke off stays on record, and holds the next one up for two minutes', async () => {
  const referralId = await newReferral();
  const { sending } = await post.look(referralId);
  const startedAt = new Date();
  await post.database.correspondenceAttempt.create({
    data: { correspondenceId: sending.id, number: 1, startedAt },
  });
  reply.resolve();
  post.setNow(new Date(startedAt.getTime() + longestAttempt - 1));
  await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
  post.setNow(new Date(startedAt.getTime() + longestAttempt));
  await post.send(referralId);
  expect((await post.look(referralId)).sending).toMatchObject({
    status: 'SENT',
    attempts: [
      { number: 1, outcome: null, finishedAt: null },
      { number: 2, outcome: 'ACCEPTED' },
    ],
  });
  expect(longestAttempt).toBe(120_000);
  expect(longestSend).toBeLessThan(longestAttempt - 45_000);
});

it('[R19] what the server accepted gets on record though the database is away for a moment', async () => {
  const referralId = await newReferral();
  const run = post.send(referralId);
  await inHand.promise;
  await post.database.$executeRaw`ALTER TABLE "Correspondence" RENAME TO "Away"`;
  reply.resolve();
  await new Promise((resolve) => setTimeout(resolve, 700));
  await post.database.$executeRaw`ALTER TABLE "Away" RENAME TO "Correspondence"`;
  await run;
  expect(await copies(referralId)).toBe(1);
  expect(await post.look(referralId)).toMatchObject({
    referral: { status: 'EMAILED' },
    sending: { status: 'SENT', attempts: [{ outcome: 'ACCEPTED' }] },
  });
});
