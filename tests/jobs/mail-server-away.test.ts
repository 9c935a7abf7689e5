import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { failOverdue } from '../../src/domain/correspondence/fail-overdue.ts';
import { jobKinds } from '../../src/jobs/job-kinds.ts';
import { sendCorrespondence } from '../../src/jobs/send-correspondence.ts';
import { startWorker } from '../../src/jobs/start-worker.ts';
import { openMailer } from '../../src/platform/mailer.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { NeedAway } from '../../src/platform/queue.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { openCase } from '../support/cases.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { submitted } from '../support/referrals.ts';
import { startScriptedServer } from '../support/scripted-smtp.ts';
import { layWire, type Wire } from '../support/wire.ts';

let house: House;
let manager: Actor;
let mailbox: Mailbox;
let wire: Wire;
beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  mailbox = await startMailbox();
  wire = await layWire(mailbox.smtpUrl);
});
const undo: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  mailbox.messages.length = 0;
});
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
  house.setNow(null);
});
afterAll(async () => {
  await wire.stop();
  await mailbox.stop();
  await house.stop();
});

/** A worker as a process of its own would be: with its own queue and its own connection to the mail server. */
async function startOne(): Promise<void> {
  const queue = await startQueue({
    url: house.url,
    kinds: jobKinds,
    listen: true,
    log: pino({ level: 'silent' }),
  });
  const mailer = openMailer(wire.smtpUrl);
  undo.push(mailer.close, queue.stop);
  await startWorker({ ...house.platform, queue }, { mailer, metrics: createMetrics() });
}

async function submitMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const { id: caseId } = await openCase(house, 'north.manager');
    ids.push(await submitted(house, manager, { caseId, type: 'INFORMATIONAL_OUTSIDE' }));
  }
  return ids;
}

const sendings = async (referralIds: string[]) =>
  await house.database.correspondence.findMany({
    where: { referralId: { in: referralIds } },
    orderBy: { queuedAt: 'asc' },
    include: { attempts: { orderBy: { number: 'asc' } } },
  });

async function allSent(referralIds: string[]): Promise<void> {
  const where = { id: { in: referralIds }, status: 'EMAILED' as const };
  await vi.waitFor(
    async () => expect(await house.database.referral.count({ where })).toBe(referralIds.length),
    {
      timeout: 25_000,
      interval: 100,
    },
  );
}

/** For each message that has come, which of the sendings it was, counted in the order of submit. */
async function arrivals(referralIds: string[]): Promise<number[]> {
  const submittedOrder = (await sendings(referralIds)).map(({ messageId }) => messageId);
  return mailbox.messages.map(({ messageId }) => submittedOrder.indexOf(messageId ?? ''));
}

const tried = async (referralId: string) =>
  await vi.waitFor(
    async () => expect((await sendings([referralId]))[0]?.attempts[0]?.finishedAt).toBeInstanceOf(Date),
    { timeout: 10_000 },
  );

describe('[R20] while the mail server is away the backlog waits, and drains by itself in order of submit', () => {
  it('with one worker: to the letter', async () => {
    await startOne();
    await wire.cut();
    const ids = await submitMany(30);
    await tried(ids[0] ?? '');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(mailbox.messages).toEqual([]);
    await wire.mend();
    await allSent(ids);
    expect(await arrivals(ids)).toEqual(ids.map((_, place) => place));
    const [first, ...others] = await sendings(ids);
    const away = { outcome: 'DEFERRED', replyCode: null, reason: 'SERVER_UNREACHABLE' };
    expect(first?.attempts).toMatchObject([away, { outcome: 'ACCEPTED' }]);
    // Only the first in the row is tried in vain.
    for (const { attempts } of others) expect(attempts).toMatchObject([{ number: 1, outcome: 'ACCEPTED' }]);
  }, 60_000);

  it('with several workers: each once, and none by more than one place for each worker', async () => {
    await startOne();
    await startOne();
    await wire.cut();
    const ids = await submitMany(20);
    await tried(ids[0] ?? '');
    await wire.mend();
    await allSent(ids);
    const order = await arrivals(ids);
    expect(order.toSorted((one, other) => one - other)).toEqual(ids.map((_, place) => place));
    for (const [place, number] of order.entries()) expect(Math.abs(place - number)).toBeLessThanOrEqual(2);
  }, 60_000);
});

it('[D2] a server that lets nobody in fails nothing for good, whatever it replies', async () => {
  const [referralId = ''] = await submitMany(1);
  for (const [stage, code] of [
    ['GREETING', 554],
    ['AUTH', 535],
  ] as const) {
    const server = await startScriptedServer({ [stage]: `${code} no` });
    const mailer = openMailer(server.smtpUrl);
    undo.push(server.stop, mailer.close);
    const [sending] = await sendings([referralId]);
    const job = sendCorrespondence(
      house.platform,
      { mailer, metrics: createMetrics() },
      { correspondenceId: sending?.id ?? '' },
    );
    await expect(job).rejects.toBeInstanceOf(NeedAway);
    expect((await sendings([referralId]))[0]).toMatchObject({ status: 'QUEUED' });
  }
  expect((await sendings([referralId]))[0]?.attempts).toMatchObject([
    { outcome: 'DEFERRED', replyCode: 554, reason: 'SERVER_CLOSED' },
    { outcome: 'DEFERRED', replyCode: 535, reason: 'SERVER_CLOSED' },
  ]);
});

describe('an absence of more than 24 hours', () => {
  const hour = 3_600_000;
  const later = (hours: number) => new Date(Date.now() + hours * hour);

  it('[D2] ends what has waited so long as Failed, with a task; what came later waits on', async () => {
    const [old = '', running = ''] = await submitMany(2);
    house.setNow(later(2));
    const [young = ''] = await submitMany(1);
    house.setNow(later(24.5));
    const [inHand] = await sendings([running]);
    await house.database.correspondenceAttempt.create({
      data: { correspondenceId: inHand?.id ?? '', number: 1, startedAt: later(24.5) },
    });
    await failOverdue(house.platform, later(20));
    const status = async (referralId: string) => (await sendings([referralId]))[0];
    expect(await status(old)).toMatchObject({ status: 'FAILED', failureReason: 'SERVER_UNREACHABLE' });
    expect(await status(young)).toMatchObject({ status: 'QUEUED' });
    expect(await status(running)).toMatchObject({ status: 'QUEUED' });
    const tasks = await house.database.homepageTask.findMany({
      where: { type: 'DELIVERY_FAILED', referralId: { in: [old, young, running] } },
    });
    expect(tasks).toMatchObject([{ referralId: old, assigneeId: manager.staffId }]);
  });

  it('[D2] fails nothing in its first quarter of an hour: after a standstill of all, the mail server may start last', async () => {
    const [old = ''] = await submitMany(1);
    house.setNow(later(48));
    await failOverdue(house.platform, later(48 - 0.24));
    expect((await sendings([old]))[0]).toMatchObject({ status: 'QUEUED' });
    await failOverdue(house.platform, later(48 - 0.26));
    expect((await sendings([old]))[0]).toMatchObject({ status: 'FAILED' });
  });
});
