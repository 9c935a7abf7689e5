import { fromPrisma, PgBoss } from 'pg-boss';
import { describeError } from './describe-error.ts';
import type { Logger } from './log.ts';
import type { JobKind, Queue } from './queue.ts';
import { scheduleJobs } from './schedule-jobs.ts';
import { workQueue } from './work-queue.ts';

/** How long jobs in hand may take when the process stops, in milliseconds. */
const stopTimeout = 20_000;

const tenYears = 10 * 365 * 24 * 60 * 60;

/**
 * How pg-boss treats jobs that their handler did not settle: it failed unforeseen, or its process was killed. Jobs are
 * neither given up nor cleared away before they are done.
 */
const queueOptions = {
  notify: true,
  retryLimit: 1_000_000,
  retryDelay: 5,
  retryDelayMax: 60,
  retryBackoff: true,
  retentionSeconds: tenYears,
  // A killed process is noticed by its silence; the longest job is far shorter than the expiry.
  heartbeatSeconds: 30,
  expireInSeconds: 15 * 60,
};

/**
 * Starts pg-boss on its own small pool and makes the queues.
 * @param options.listen whether this process handles jobs, and so listens for new ones.
 */
export async function startQueue({
  url,
  kinds,
  listen,
  log,
}: {
  url: string;
  kinds: Pick<JobKind<unknown>, 'name'>[];
  listen: boolean;
  log: Logger;
}): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    useListenNotify: listen,
    supervise: listen,
    schedule: listen,
    // How often jobs of killed processes are looked for.
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
  });
  boss.on('error', (error) => log.error(describeError(error), 'queue error'));
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue warning'));
  await boss.start();
  for (const { name } of kinds) {
    await boss.createQueue(name, queueOptions);
    // A queue that was there already keeps the options it was made with until told otherwise.
    await boss.updateQueue(name, queueOptions);
  }
  const stopping = new AbortController();

  return {
    async enqueue(transaction, kind, payload, { afterSeconds } = { afterSeconds: 0 }) {
      await boss.send(kind.name, kind.payload.parse(payload) as object, {
        db: fromPrisma(transaction),
        startAfter: afterSeconds,
      });
    },
    async work(kind, handle, isBack = async () => true) {
      await workQueue({ boss, log, stopping: stopping.signal }, kind, { handle, isBack });
    },
    async schedule(jobs, timeZone) {
      await scheduleJobs(boss, jobs, timeZone);
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: stopTimeout });
    },
  };
}
