import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { jobKinds } from '../../src/jobs/job-kinds.ts';
import { scheduledJobs } from '../../src/jobs/scheduled-jobs.ts';
import type { JobKind, Queue } from '../../src/platform/queue.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const sweep: JobKind<Record<string, never>> = { name: 'sweep', payload: z.strictObject({}) };
const water: JobKind<Record<string, never>> = { name: 'water', payload: z.strictObject({}) };
const zone = 'America/Halifax';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

const log = pino({ level: 'silent' });
const queues: Queue[] = [];
async function start(): Promise<Queue> {
  const queue = await startQueue({ url: test.url, kinds: [...jobKinds, sweep, water], listen: true, log });
  queues.push(queue);
  return queue;
}
async function stopAll(): Promise<void> {
  for (const queue of queues.splice(0)) await queue.stop();
}
afterEach(async () => {
  await stopAll();
  await test.database.$executeRaw`DELETE FROM pgboss.job WHERE name IN ('sweep', 'water')`;
});

const schedules = async () =>
  await test.database.$queryRaw<{ name: string; cron: string; timezone: string }[]>`
    SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name`;
const jobs = async (name: string) =>
  await test.database.$queryRaw<{ data: unknown; state: string }[]>`
    SELECT data, state::text FROM pgboss.job WHERE name = ${name}`;
/** The last worker looked at the clock so many minutes ago, and all was scheduled then. */
async function lastLook(minutes: number): Promise<void> {
  await test.database.$executeRaw`
    UPDATE pgboss.version SET cron_on = now() - make_interval(mins => ${minutes}::int)`;
  await test.database.$executeRaw`
    UPDATE pgboss.schedule SET created_on = now() - make_interval(mins => ${minutes}::int)`;
}

it('[B8] [D8] all that goes by the clock is known to pg-boss, in the program’s time zone', async () => {
  const queue = await start();
  await queue.schedule(scheduledJobs, zone);
  await queue.schedule(scheduledJobs, zone);
  const wanted = scheduledJobs.map(({ kind, cron }) => ({ name: kind.name, cron, timezone: zone }));
  expect(await schedules()).toEqual(wanted.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  expect(wanted.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['expire-access', 'remind-of-transfers']),
  );
});

it('what is no longer on the list no longer comes up, and what has another time comes up then', async () => {
  const queue = await start();
  await queue.schedule(
    [
      { kind: sweep, cron: '0 1 * * *' },
      { kind: water, cron: '0 2 * * *' },
    ],
    zone,
  );
  await queue.schedule([{ kind: water, cron: '0 3 * * *' }], zone);
  expect(await schedules()).toEqual([{ name: 'water', cron: '0 3 * * *', timezone: zone }]);
});

it('[B8] [D8] of two workers one runs what has come up, once', async () => {
  const [first, second] = [await start(), await start()];
  const runs: unknown[] = [];
  for (const queue of [first, second]) {
    await queue.work(sweep, async (payload) => void runs.push(payload));
    await queue.schedule([{ kind: sweep, cron: '* * * * *' }], zone);
  }
  await lastLook(1);
  const third = await start();
  await third.schedule([{ kind: sweep, cron: '* * * * *' }], zone);
  await vi.waitFor(() => expect(runs).toEqual([{}]), { timeout: 20_000, interval: 50 });
  expect(await jobs('sweep')).toHaveLength(1);
}, 40_000);

it('[B8] [D8] what came up while no worker was there is made up for by one run', async () => {
  // Every hour, ten minutes ago for the last time.
  const hourly = [{ kind: water, cron: `${(new Date().getUTCMinutes() + 50) % 60} * * * *` }];
  await (await start()).schedule(hourly, zone);
  await stopAll();
  await lastLook(60 * 24);
  const runs: unknown[] = [];
  const back = await start();
  await back.schedule(hourly, zone);
  await back.work(water, async (payload) => void runs.push(payload));
  await vi.waitFor(() => expect(runs).toEqual([{}]), { timeout: 20_000, interval: 50 });
  expect(await jobs('water')).toHaveLength(1);
}, 40_000);
