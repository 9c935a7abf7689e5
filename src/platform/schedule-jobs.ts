import type { PgBoss } from 'pg-boss';
import type { ScheduledJob } from './queue.ts';

/** Tells pg-boss what comes up by the clock, and takes back whatever else it was told by earlier versions. */
export async function scheduleJobs(
  boss: PgBoss,
  jobs: readonly ScheduledJob[],
  timeZone: string,
): Promise<void> {
  for (const { kind, cron } of jobs) {
    await boss.schedule(kind.name, cron, {}, { tz: timeZone, missed: 'once' });
  }
  const names = new Set(jobs.map(({ kind }) => kind.name));
  for (const { name, key } of await boss.getSchedules()) {
    if (!names.has(name)) await boss.unschedule(name, key);
  }
}
