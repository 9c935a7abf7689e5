import { pino } from 'pino';
import { expect, inject, it, onTestFinished, vi } from 'vitest';
import { addDays, programDay } from '../../src/domain/program-day.ts';
import { expireAccess } from '../../src/domain/referrals/expire-access.ts';
import { remindOfTransfers } from '../../src/domain/referrals/remind-of-transfers.ts';
import { jobKinds } from '../../src/jobs/job-kinds.ts';
import { scheduledJobs } from '../../src/jobs/scheduled-jobs.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { startTestApi } from '../support/api.ts';
import { refer } from '../support/refer.ts';
import { withDatabase } from '../support/with-database.ts';

it('[B8] [D8] a worker has all jobs that go by the clock scheduled, and does them when they come up', async () => {
  const api = await startTestApi();
  onTestFinished(api.stop);
  const { database } = api;
  const schedules = await database.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.schedule`;
  const names = scheduledJobs.map(({ kind }) => kind.name);
  expect(schedules.map(({ name }) => name).toSorted()).toEqual(names.toSorted());

  const north = await api.as('north.manager');
  await refer(north, { number: '50244764', type: 'CASE_TRANSFER' });
  await refer(north, { number: '79778074', type: 'CASE_TRANSFER' });
  const [over, stale] = await database.referralAccess.findMany({ orderBy: { beganAt: 'asc' } });
  const expiresAt = new Date(Number(over?.beganAt) + 1);
  await database.referralAccess.update({ where: { id: over?.id ?? '' }, data: { expiresAt } });
  await database.$executeRaw`ALTER TABLE "Referral" DISABLE TRIGGER referral_is_locked`;
  await database.referral.update({
    where: { id: stale?.referralId ?? '' },
    data: { referralDate: addDays(programDay(new Date(), 'America/Halifax'), -14) },
  });
  await database.$executeRaw`ALTER TABLE "Referral" ENABLE TRIGGER referral_is_locked`;

  const [open] = await database.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = withDatabase(inject('serverUrl'), open?.name ?? '');
  const queue = await startQueue({ url, kinds: jobKinds, listen: false, log: pino({ level: 'silent' }) });
  onTestFinished(async () => await queue.stop());
  await queue.enqueue(database, expireAccess, {});
  await queue.enqueue(database, remindOfTransfers, {});
  await vi.waitFor(
    async () => {
      const ended = await database.referralAccess.findUniqueOrThrow({ where: { id: over?.id ?? '' } });
      expect(ended).toMatchObject({ endCause: 'EXPIRED', endedAt: expiresAt });
      const where = { referralId: stale?.referralId ?? '', type: 'TRANSFER_STALE' } as const;
      expect(await database.homepageTask.count({ where })).toBe(2);
    },
    { timeout: 15_000, interval: 100 },
  );
}, 40_000);
