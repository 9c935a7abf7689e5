import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseQuery } from '../../demo/operations.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { mostAttempts } from '../../src/domain/correspondence/queue-correspondence.ts';
import { MailDeferred } from '../../src/platform/mailer.ts';
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
});
afterAll(async () => await post.stop());

const newReferral = async () => await submitted(post, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
const deferred = { outcome: 'DEFERRED', replyCode: 451, reason: 'the mail server asked to try again later' };

describe('a server that asks for a later try', () => {
  it('[D2] is asked again, and each attempt is on record', async () => {
    const referralId = await newReferral();
    answers.push(451, 421);
    await expect(post.send(referralId)).rejects.toBeInstanceOf(MailDeferred);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'SUBMITTED', emailedAt: null },
      sending: { status: 'QUEUED', attempts: [deferred] },
    });
    await expect(post.send(referralId)).rejects.toBeInstanceOf(MailDeferred);
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

  it('[D2] is given up on after the last attempt: Failed with the reason, and the referral stays Submitted', async () => {
    const referralId = await newReferral();
    const { id: correspondenceId } = (await post.look(referralId)).sending;
    const earlier = Array.from({ length: mostAttempts - 1 }, (_, place) => ({
      correspondenceId,
      number: place + 1,
    }));
    await post.database.correspondenceAttempt.createMany({ data: earlier });
    answers.push(451);
    await expect(post.send(referralId)).rejects.toBeInstanceOf(MailDeferred);
    expect(await post.look(referralId)).toMatchObject({
      referral: { status: 'SUBMITTED', emailedAt: null },
      sending: { status: 'FAILED', failureReason: deferred.reason, sentAt: null },
    });
    await post.send(referralId);
    expect((await post.look(referralId)).sending).toMatchObject({ status: 'FAILED' });
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
        failureReason: 'the mail server refused the message',
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
          status failureReason attempts { number outcome replyCode reason }
        } } } } }`;
        return (await north.ask(document, { id: later.referralId })).data;
      };
      await vi.waitFor(
        async () =>
          expect(await sendings()).toMatchObject({
            node: {
              status: 'EMAILED',
              correspondence: {
                nodes: [
                  {
                    status: 'SENT',
                    attempts: [
                      { number: 1, ...deferred },
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

it('[D2] a letter that cannot be made is on record as an attempt, without what it holds, and is tried again', async () => {
  const referralId = await newReferral();
  await post.database.$transaction([
    post.database.$executeRaw`ALTER TABLE "Letter" DISABLE TRIGGER letter_written_once`,
    post.database.$executeRaw`
      UPDATE "Letter" SET content = jsonb_set(content, '{date}', '"never"') WHERE "referralId" = ${referralId}::uuid`,
    post.database.$executeRaw`ALTER TABLE "Letter" ENABLE TRIGGER letter_written_once`,
  ]);
  await expect(post.send(referralId)).rejects.toThrow();
  expect((await post.look(referralId)).sending).toMatchObject({
    status: 'QUEUED',
    attempts: [{ outcome: 'DEFERRED', replyCode: null, reason: 'the letter or the email could not be made' }],
  });
});
