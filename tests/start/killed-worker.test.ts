import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { openCase } from '../support/cases.ts';
import { holdRow, type RowHold } from '../support/hold-row.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { submitted } from '../support/referrals.ts';
import { layWire, type Wire } from '../support/wire.ts';
import { type Run, run } from './run.ts';

let house: House;
let manager: Actor;
let mailbox: Mailbox;
let wire: Wire;
/** Done by the mail server when it has a whole message, before it accepts it. */
let beforeAccepting: () => Promise<void>;
/** For what time does to pg-boss's jobs. */
let boss: PgBoss;
beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  mailbox = await startMailbox({ receive: async () => await beforeAccepting() });
  wire = await layWire(mailbox.smtpUrl);
  boss = new PgBoss({
    connectionString: house.url,
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 1,
  });
  await boss.start();
});
beforeEach(() => {
  beforeAccepting = async () => undefined;
  wire.release();
  mailbox.messages.length = 0;
});
afterAll(async () => {
  await boss.stop();
  await wire.stop();
  await mailbox.stop();
  await house.stop();
});

const queue = 'send-correspondence';

async function startWorker(): Promise<Run> {
  const worker = run('worker', { DATABASE_URL: house.url, SMTP_URL: wire.smtpUrl, LOG_LEVEL: 'error' });
  await worker.printed('handling jobs');
  return worker;
}

async function newReferral(): Promise<string> {
  const { id: caseId } = await openCase(house, 'north.manager');
  return await submitted(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
}

async function look(referralId: string) {
  const { status } = await house.database.referral.findUniqueOrThrow({ where: { id: referralId } });
  const sending = await house.database.correspondence.findFirstOrThrow({
    where: { referralId },
    include: { attempts: { orderBy: { number: 'asc' } } },
  });
  const [job] = await house.database.$queryRaw<{ id: string; state: string }[]>`
    SELECT id::text, state::text FROM pgboss.job WHERE data->>'correspondenceId' = ${sending.id}`;
  return { status, sending, job, outcomes: sending.attempts.map(({ outcome }) => outcome) };
}

async function kill(worker: Run): Promise<void> {
  worker.signal('SIGKILL');
  expect(await worker.ended).toBe('SIGKILL');
}

/** What an hour does to a job whose process is gone: pg-boss misses its heartbeat, its attempt and its pause are over. */
async function anHourPasses(): Promise<void> {
  const hour = '1 hour';
  await house.database.$executeRaw`UPDATE pgboss.job SET heartbeat_on = heartbeat_on - ${hour}::interval`;
  await house.database.$executeRaw`UPDATE pgboss.queue SET monitor_on = monitor_on - ${hour}::interval`;
  await house.database.$executeRaw`
    UPDATE "CorrespondenceAttempt" SET "startedAt" = "startedAt" - ${hour}::interval WHERE "finishedAt" IS NULL`;
  await boss.supervise(queue);
  await house.database.$executeRaw`UPDATE pgboss.job SET start_after = start_after - ${hour}::interval`;
}

/** A worker started afterwards ends the sending; it leaves nothing to be done. */
async function recovers(referralId: string): Promise<void> {
  await anHourPasses();
  const successor = await startWorker();
  await vi.waitFor(
    async () => {
      expect(await look(referralId)).toMatchObject({
        status: 'EMAILED',
        sending: { status: 'SENT' },
        job: { state: 'completed' },
      });
    },
    { timeout: 20_000, interval: 50 },
  );
  await kill(successor);
}

/** All that came of a referral is one message, perhaps repeated, and the letter in it is the one on record. */
async function expectMails(referralId: string, copies: number): Promise<void> {
  const { sending } = await look(referralId);
  const letter = await house.database.letter.findUniqueOrThrow({ where: { referralId } });
  expect(mailbox.messages).toHaveLength(copies);
  for (const { messageId, attachments } of mailbox.messages) {
    expect(messageId).toBe(sending.messageId);
    expect(Buffer.from(attachments[0]?.content as ArrayBuffer).equals(letter.pdf ?? Buffer.of())).toBe(true);
  }
}

it('[B1] [R19] killed before it took the job: the next worker sends it, once', async () => {
  const victim = await startWorker();
  await kill(victim);
  const referralId = await newReferral();
  await recovers(referralId);
  await expectMails(referralId, 1);
  expect((await look(referralId)).outcomes).toEqual(['ACCEPTED']);
}, 60_000);

it('[B1] [R19] killed when the attempt was on record and nothing sent: the next worker sends it, once', async () => {
  const victim = await startWorker();
  const held = wire.hold('greeting');
  const referralId = await newReferral();
  await held;
  await kill(victim);
  wire.release();
  expect((await look(referralId)).outcomes).toEqual([null]);
  await recovers(referralId);
  await expectMails(referralId, 1);
  expect((await look(referralId)).outcomes).toEqual([null, 'ACCEPTED']);
}, 60_000);

it('[B1] [R19] killed in the middle of the message: the server has none of it, the next worker sends it, once', async () => {
  const victim = await startWorker();
  const held = wire.hold('message');
  const referralId = await newReferral();
  await held;
  await kill(victim);
  wire.release();
  await recovers(referralId);
  await expectMails(referralId, 1);
  expect((await look(referralId)).outcomes).toEqual([null, 'ACCEPTED']);
}, 60_000);

it('[B1] [R19] killed when the server had accepted but its reply had not come: mailed again, as the same message', async () => {
  const victim = await startWorker();
  const held = wire.hold('reply');
  const referralId = await newReferral();
  await held;
  await kill(victim);
  wire.release();
  expect(mailbox.messages).toHaveLength(1);
  expect((await look(referralId)).status).toBe('SUBMITTED');
  await recovers(referralId);
  await expectMails(referralId, 2);
  expect((await look(referralId)).outcomes).toEqual([null, 'ACCEPTED']);
}, 60_000);

it('[B1] [R19] killed when the server’s reply had come but was not committed: mailed again, as the same message', async () => {
  const victim = await startWorker();
  const holding = Promise.withResolvers<RowHold>();
  beforeAccepting = async () => {
    beforeAccepting = async () => undefined;
    const { id } = await house.database.correspondence.findFirstOrThrow({ where: { status: 'QUEUED' } });
    holding.resolve(await holdRow(house.url, 'SELECT FROM "Correspondence" WHERE id = $1 FOR UPDATE', id));
  };
  const referralId = await newReferral();
  const row = await holding.promise;
  await row.waitedFor();
  await kill(victim);
  await row.letGo();
  expect((await look(referralId)).outcomes).toEqual([null]);
  await recovers(referralId);
  await expectMails(referralId, 2);
  expect((await look(referralId)).outcomes).toEqual([null, 'ACCEPTED']);
}, 60_000);

it('[B1] [R19] killed when all was committed but the job was not done: not mailed again', async () => {
  const victim = await startWorker();
  const holding = Promise.withResolvers<RowHold>();
  beforeAccepting = async () => {
    const [job] = await house.database.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM pgboss.job WHERE state = 'active' AND name = ${queue}`;
    holding.resolve(
      await holdRow(house.url, 'SELECT FROM pgboss.job WHERE id = $1 FOR UPDATE', job?.id ?? ''),
    );
  };
  const referralId = await newReferral();
  const row = await holding.promise;
  await row.waitedFor();
  await kill(victim);
  await row.endWaiting();
  await row.letGo();
  expect(await look(referralId)).toMatchObject({ status: 'EMAILED', job: { state: 'active' } });
  await recovers(referralId);
  await expectMails(referralId, 1);
  expect((await look(referralId)).outcomes).toEqual(['ACCEPTED']);
}, 60_000);

it('[R19] stopped in the middle of a message: it is finished first', async () => {
  const worker = await startWorker();
  const [inHand, accept] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  beforeAccepting = async () => {
    inHand.resolve();
    await accept.promise;
  };
  const referralId = await newReferral();
  await inHand.promise;
  worker.signal('SIGTERM');
  expect(await Promise.race([worker.ended, sleep(500, 'still at work')])).toBe('still at work');
  accept.resolve();
  expect(await worker.ended).toBe(0);
  expect(worker.stderr()).toBe('');
  expect(await look(referralId)).toMatchObject({
    status: 'EMAILED',
    job: { state: 'completed' },
    outcomes: ['ACCEPTED'],
  });
  await expectMails(referralId, 1);
}, 60_000);
