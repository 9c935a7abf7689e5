import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseQuery } from '../../demo/operations.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { failureText } from '../../src/domain/correspondence/failure-reasons.ts';
import { TryAgain } from '../../src/platform/queue.ts';
import { startTestApi } from '../support/api.ts';
import { refer } from '../support/refer.ts';
import { submitted } from '../support/referrals.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

/** What the mail server answers to the next messages, in order; then it accepts. */
const answers: number[] = [];
function receive(): void {
  const responseCode = answers.shift();
  if (responseCode !== undefined) throw Object.assign(new Error('not now, Rosa Diaz'), { responseCode });
}

let post: PostOffice;
let manager: Actor;
let caseId: string;
beforeAll(async () => {
  post = await openPostOffice({ receive });
  manager = await post.actor('north.manager');
  caseId = (await post.caseOf('north.manager')).id;
});
beforeEach(() => {
  answers.length = 0;
  post.setNow(null);
});
afterAll(async () => await post.stop());

const newReferral = async () => await submitted(post, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
const deferred = { outcome: 'DEFERRED', replyCode: 451, reason: 'TRY_LATER' };
const hour = 3_600_000;

describe('a server that asks for a later try', () => {
  it('[D2] is asked again, and each attempt is on record', async () => {
    const referralId = await newReferral();
    answers.push(451, 421);
    await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'SUBMITTED', emailedAt: null },
      sending: { status: 'QUEUED', attempts: [deferred] },
    });
    await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
    await post.send(referralId);
    const { referral, sending } = await post.look(referralId);
    expect(referral.status).toBe('EMAILED');
    expect(sending).toMatchObject({
      status: 'SENT',
      failureReason: null,
      attempts: [
        { number: 1, ...deferred },
        { number: 2, ...deferred, replyCode: 421 },
        { number: 3, outcome: 'ACCEPTED', replyCode: null, reason: null },
      ],
    });
    const copies = post.mailbox.messages.filter(({ messageId }) => messageId === sending.messageId);
    expect(copies).toHaveLength(1);
  });

  it('[D2] is given up on after 24 hours: Failed with the reason, and the referral stays Submitted', async () => {
    const referralId = await newReferral();
    const began = Date.now();
    for (const hours of [0, 12, 23.7]) {
      post.setNow(new Date(began + hours * hour));
      answers.push(451);
      await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
    }
    expect((await post.look(referralId)).sending.status).toBe('QUEUED');
    post.setNow(new Date(began + 24 * hour));
    answers.push(451);
    await post.send(referralId);
    const failed = {
      referral: { status: 'SUBMITTED', emailedAt: null },
      sending: { status: 'FAILED', failureReason: deferred.reason, sentAt: null },
    };
    expect(await post.look(referralId)).toMatchObject(failed);
    await post.send(referralId);
    expect(await post.look(referralId)).toMatchObject(failed);
  });

  it('[D2] the 24 hours begin with the first attempt: a standstill of the workers uses up no tries', async () => {
    const referralId = await newReferral();
    post.setNow(new Date(Date.now() + 48 * hour));
    answers.push(451);
    await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
    await post.send(referralId);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'EMAILED' },
      sending: { status: 'SENT' },
    });
  });
});

describe('a server that refuses for good', () => {
  it('[D2] is not asked again: Failed with the reason at once, and the referral stays Submitted', async () => {
    const referralId = await newReferral();
    answers.push(550);
    await post.send(referralId);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'SUBMITTED', emailedAt: null },
      sending: {
        status: 'FAILED',
        failureReason: 'MESSAGE_REFUSED',
        attempts: [{ number: 1, outcome: 'REFUSED', replyCode: 550 }],
      },
    });
    const mails = post.mailbox.messages.length;
    await post.send(referralId);
    expect(post.mailbox.messages).toHaveLength(mails);
    expect((await post.look(referralId)).sending.attempts).toHaveLength(1);
  });

  it('[B1] what the server said goes nowhere: it may repeat addresses and names', async () => {
    for (const replyCode of [450, 554]) {
      const referralId = await newReferral();
      answers.push(replyCode);
      await post.send(referralId).catch(() => undefined);
      const { sending } = await post.look(referralId);
      expect(JSON.stringify(sending)).not.toContain('Rosa');
    }
  });
});

describe('by the queue', () => {
  it('[D2] [R19] a deferred email is tried again by itself, a refused one is not, and both can be seen', async () => {
    const api = await startTestApi({ receive });
    try {
      const north = await api.as('north.manager');
      answers.push(451);
      const later = await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
      const sendings = async () => {
        const document = `query ($id: ID!) { node(id: $id) { ... on Referral { status correspondence { nodes {
          status failureReason nextAttemptAt attempts { number outcome replyCode reason }
        } } } } }`;
        return (await north.ask(document, { id: later.referralId })).data;
      };
      const put = { ...deferred, reason: 'The mail server asked to try again later.' };
      await vi.waitFor(async () =>
        expect(await sendings()).toMatchObject({
          node: { correspondence: { nodes: [{ status: 'QUEUED', attempts: [{ number: 1, ...put }] }] } },
        }),
      );
      expect(JSON.stringify(await sendings())).toMatch(/"nextAttemptAt":"\d/);
      await vi.waitFor(
        async () =>
          expect(await sendings()).toMatchObject({
            node: {
              status: 'EMAILED',
              correspondence: {
                nodes: [
                  {
                    status: 'SENT',
                    nextAttemptAt: null,
                    attempts: [
                      { number: 1, ...put },
                      { number: 2, outcome: 'ACCEPTED' },
                    ],
                  },
                ],
              },
            },
          }),
        { timeout: 25_000, interval: 200 },
      );
      answers.push(550);
      await refer(north, { number: '79778074', type: 'INFORMATIONAL_OUTSIDE' });
      await vi.waitFor(
        async () => {
          const { case: found } = await north.request(caseQuery, { number: '79778074' });
          expect(found?.referrals?.nodes).toMatchObject([
            { status: 'SUBMITTED', correspondence: { nodes: [{ status: 'FAILED' }] } },
          ]);
        },
        { timeout: 10_000 },
      );
      const jobs = await api.database.$queryRaw<{ state: string }[]>`
        SELECT state::text FROM pgboss.job WHERE name = 'send-correspondence' ORDER BY created_on`;
      expect(jobs).toEqual([{ state: 'completed' }, { state: 'completed' }]);
    } finally {
      await api.stop();
    }
  });
});

describe('what is wrong with one harms no other', () => {
  it('[D2] a letter that cannot be made is on record, without what it holds, tried again, and Failed after 24 hours', async () => {
    const referralId = await newReferral();
    await spoilLetter(referralId);
    await expect(post.send(referralId)).rejects.toBeInstanceOf(TryAgain);
    const notMade = { outcome: 'DEFERRED', replyCode: null, reason: 'NOT_MADE' };
    expect((await post.look(referralId)).sending).toMatchObject({ status: 'QUEUED', attempts: [notMade] });
    post.setNow(new Date(Date.now() + 24 * hour));
    await post.send(referralId);
    expect((await post.look(referralId)).sending).toMatchObject({
      status: 'FAILED',
      failureReason: 'NOT_MADE',
      attempts: [notMade, notMade],
    });
    expect(failureText('NOT_MADE', 'EN')).toMatch(/could not be made/);
  });

  it('[B1] a job whose correspondence does not exist is done, and mails nothing', async () => {
    const mails = post.mailbox.messages.length;
    await post.sendOne('0b5a5e0c-60a3-4c6b-9d59-5d1f6a3c1f0e');
    expect(post.mailbox.messages).toHaveLength(mails);
  });

  async function spoilLetter(referralId: string): Promise<void> {
    await post.database.$transaction([
      post.database.$executeRaw`ALTER TABLE "Letter" DISABLE TRIGGER letter_written_once`,
      post.database.$executeRaw`
        UPDATE "Letter" SET content = jsonb_set(content, '{date}', '"never"') WHERE "referralId" = ${referralId}::uuid`,
      post.database.$executeRaw`ALTER TABLE "Letter" ENABLE TRIGGER letter_written_once`,
    ]);
  }
});
