import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { longestAttempt } from '../../src/domain/correspondence/delivery-times.ts';
import { outbox } from '../../src/domain/correspondence/outbox.ts';
import { declineReferral } from '../../src/domain/referrals/decline-referral.ts';
import { lateReferrals, secondsLate } from '../../src/domain/referrals/late-referrals.ts';
import { ReferralEnded } from '../../src/domain/referrals/referral-ended.ts';
import { resendCorrespondence } from '../../src/domain/referrals/resend-correspondence.ts';
import { networkServiceLevel } from '../../src/domain/referrals/service-level.ts';
import { withdrawReferral } from '../../src/domain/referrals/withdraw-referral.ts';
import { openCase } from '../support/cases.ts';
import { submitted } from '../support/referrals.ts';
import { refusalOf } from '../support/refusal.ts';
import { transfer } from '../support/transfers.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

/** What the mail server answers to the next message: it takes it, or asks to try again later, or refuses it for good. */
let answer: 250 | 450 | 550 = 250;
/** The mail server has a message in hand, and replies once it is let. */
let inHand = Promise.withResolvers<void>();
let reply = Promise.withResolvers<void>();

let post: PostOffice;
let north: Actor;
let south: Actor;
let caseId: string;
let referralId: string;
beforeAll(async () => {
  post = await openPostOffice({
    receive: async () => {
      inHand.resolve();
      await reply.promise;
      if (answer !== 250) throw Object.assign(new Error('no'), { responseCode: answer });
    },
  });
  north = await post.actor('north.manager');
  south = await post.actor('south.manager');
});
beforeEach(async () => {
  answer = 250;
  inHand = Promise.withResolvers();
  reply = Promise.withResolvers();
  caseId = (await openCase(post, 'north.manager')).id;
  referralId = await submitted(post, north, { caseId, type: 'CASE_TRANSFER' });
});
afterEach(() => post.setNow(null));
afterAll(async () => await post.stop());

const end = () => ({ referralId, reason: 'Nothing comes of it', confirm: true });
const withdraw = () => withdrawReferral(north, post.platform, end());
const decline = () => declineReferral(south, post.platform, end());
const mailed = async () => {
  const { sending } = await post.look(referralId);
  return post.mailbox.messages.filter(({ messageId }) => messageId === sending.messageId).length;
};
const failureTasks = (completedAt: null | { not: null } = null) =>
  post.database.homepageTask.count({ where: { referralId, type: 'DELIVERY_FAILED', completedAt } });
const stopped = { status: 'FAILED', failureReason: 'REFERRAL_ENDED' };

describe('the email of a referral that ended before it went out', () => {
  it.each([
    ['withdrawn', withdraw],
    ['declined', decline],
  ])(
    '[D3] [D4] [R18] is not sent once it was %s, and nobody need see to it; the referral stays Submitted',
    async (_how, endIt) => {
      reply.resolve();
      await endIt();
      expect((await post.look(referralId)).sending).toMatchObject(stopped);
      await post.send(referralId);
      expect(await mailed()).toBe(0);
      expect(await post.look(referralId)).toMatchObject({
        referral: { status: 'SUBMITTED' },
        sending: { ...stopped, attempts: [] },
      });
      expect(await failureTasks()).toBe(0);
    },
  );

  it('[D3] is sent nevertheless where the mail server had it in hand: what went out is what is on record', async () => {
    const sending = post.send(referralId);
    await inHand.promise;
    await withdraw();
    reply.resolve();
    await sending;
    expect(await mailed()).toBe(1);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'EMAILED' },
      sending: { status: 'SENT', attempts: [{ outcome: 'ACCEPTED' }] },
    });
  });

  it.each([
    [450, 'DEFERRED'],
    [550, 'REFUSED'],
  ] as const)(
    '[D3] [D2] is not tried again where the mail server had it in hand and answers %i',
    async (code, outcome) => {
      answer = code;
      const sending = post.send(referralId);
      await inHand.promise;
      await withdraw();
      reply.resolve();
      await sending;
      expect((await post.look(referralId)).sending).toMatchObject({ ...stopped, attempts: [{ outcome }] });
      expect(await failureTasks()).toBe(0);
    },
  );

  it('[D3] is not sent by whoever finds an attempt whose process was killed', async () => {
    const { sending } = await post.look(referralId);
    const startedAt = new Date();
    await post.database.correspondenceAttempt.create({
      data: { correspondenceId: sending.id, number: 1, startedAt },
    });
    await withdraw();
    expect((await post.look(referralId)).sending).toMatchObject({ status: 'QUEUED' });
    post.setNow(new Date(startedAt.getTime() + longestAttempt + 1));
    await post.send(referralId);
    expect((await post.look(referralId)).sending).toMatchObject(stopped);
    expect(await mailed()).toBe(0);
  });

  it('[R19] still goes out where it was the transfer that ended the referral', async () => {
    reply.resolve();
    await transfer(post, south, caseId);
    await post.send(referralId);
    expect(await mailed()).toBe(1);
  });
});

describe('once a referral has ended', () => {
  it('[D2] [D3] its email cannot be sent again, and the task to see to it is done', async () => {
    answer = 550;
    reply.resolve();
    await post.send(referralId);
    expect(await failureTasks()).toBe(1);
    await withdraw();
    expect([await failureTasks(), await failureTasks({ not: null })]).toEqual([0, 1]);
    const again = resendCorrespondence(north, post.platform, { referralId, confirm: true });
    expect(await refusalOf(again)).toBeInstanceOf(ReferralEnded);
  });

  it('[R20] [B1] its email is not late, and does not count as one to see to', async () => {
    const later = new Date(Date.now() + 3_600_000);
    const period = { from: new Date(Date.now() - 3_600_000), to: later, now: later };
    const measure = async () => ({
      late: await post.database.referral.count({ where: { id: referralId, ...lateReferrals(later) } }),
      openAndLate: (await networkServiceLevel(post.database, period)).openAndLate,
      queued: (await outbox(post.database, later)).queued,
      failed: (await outbox(post.database, later)).failed,
    });
    const before = await measure();
    expect(before.late).toBe(1);
    await withdraw();
    expect(await measure()).toEqual({
      late: 0,
      openAndLate: before.openAndLate - 1,
      queued: before.queued - 1,
      failed: before.failed,
    });
    const referral = await post.database.referral.findUniqueOrThrow({
      where: { id: referralId },
      include: { access: true },
    });
    expect(secondsLate(referral, later)).toBeNull();
  });
});
