import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actionPlans, beginCaseload, digests, hire, openCaseload } from '../support/caseloads.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type Run, run } from './run.ts';

let house: House;
let mailbox: Mailbox;
/** For what time does to pg-boss's jobs. */
let boss: PgBoss;
beforeAll(async () => {
  house = await buildHouse();
  mailbox = await startMailbox();
  boss = new PgBoss({
    connectionString: house.url,
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 1,
  });
  await boss.start();
});
afterAll(async () => {
  await boss.stop();
  await mailbox.stop();
  await house.stop();
});

async function startWorker(): Promise<Run> {
  const worker = run('worker', { DATABASE_URL: house.url, SMTP_URL: mailbox.smtpUrl, LOG_LEVEL: 'error' });
  await worker.printed('handling jobs');
  return worker;
}

/** What an hour does to a job whose process is gone: pg-boss misses its heartbeat, its attempt and its pause are over. */
async function anHourPasses(): Promise<void> {
  const hour = '1 hour';
  await house.database.$executeRaw`UPDATE pgboss.job SET heartbeat_on = heartbeat_on - ${hour}::interval`;
  await house.database.$executeRaw`UPDATE pgboss.queue SET monitor_on = monitor_on - ${hour}::interval`;
  await boss.supervise('transfer-caseload');
  await house.database.$executeRaw`UPDATE pgboss.job SET start_after = start_after - ${hour}::interval`;
}

it.each([
  { where: 'inside an organization', asked: 'north.admin', colleague: 'north.manager2', receipts: 0 },
  { where: 'between organizations', asked: 'ens.admin', colleague: 'south.manager', receipts: 1 },
])(
  '[B9] killed with kill -9 in the middle of a caseload $where: the next worker goes on, and each case is done once',
  async ({ asked, colleague, receipts }) => {
    const from = await hire(house.database, 'north.manager');
    const to = await hire(house.database, colleague);
    const caseIds = await openCaseload(house.database, from, actionPlans(120));
    const victim = await startWorker();
    const id = await beginCaseload(house, await house.actor(asked), from, to);
    const moved = () =>
      house.database.caseloadTransferItem.count({ where: { caseloadTransferId: id, status: 'MOVED' } });
    await vi.waitFor(async () => expect(await moved()).toBeGreaterThan(60), {
      timeout: 60_000,
      interval: 20,
    });
    victim.signal('SIGKILL');
    expect(await victim.ended).toBe('SIGKILL');
    expect(await moved()).toBeLessThan(120);

    await anHourPasses();
    const successor = await startWorker();
    const finished = async () =>
      (await house.database.caseloadTransfer.findUniqueOrThrow({ where: { id } })).finishedAt;
    await vi.waitFor(async () => expect(await finished()).not.toBeNull(), { timeout: 90_000, interval: 100 });
    expect(await moved()).toBe(120);
    successor.signal('SIGTERM');
    expect(await successor.ended).toBe(0);

    const cases = { caseId: { in: caseIds } };
    expect(await house.database.case.count({ where: { caseManagerId: to.staffId } })).toBe(120);
    expect(await house.database.caseNotification.count({ where: cases })).toBe(120);
    expect(await house.database.caseTransfer.count({ where: cases })).toBe(120 * receipts);
    const action = receipts === 0 ? 'case.reassign' : 'case.transfer';
    expect(await house.database.auditEvent.count({ where: { ...cases, action } })).toBe(120);
    expect(await digests(house, id)).toEqual({
      [from.username]: 'CASELOAD_TRANSFERRED',
      [to.username]: 'CASELOAD_RECEIVED',
    });
  },
  180_000,
);
