import { fromPrisma, PgBoss } from 'pg-boss';
import { describeError } from './describe-error.ts';
import type { Logger } from './log.ts';
import type { JobKind, Queue } from './queue.ts';

/** How long jobs in hand may take when the process stops, in milliseconds. */
const stopTimeout = 20_000;

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
  kinds: Omit<JobKind<unknown>, 'payload'>[];
  listen: boolean;
  log: Logger;
}): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    useListenNotify: listen,
    supervise: listen,
    schedule: listen,
  });
  boss.on('error', (error) => log.error(describeError(error), 'queue error'));
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue warning'));
  await boss.start();
  for (const kind of kinds) {
    const options = {
      notify: true,
      retryLimit: kind.retryLimit,
      retryDelay: kind.retryDelaySeconds,
      retryDelayMax: kind.longestRetryDelaySeconds,
      retryBackoff: true,
      heartbeatSeconds: 30,
    };
    await boss.createQueue(kind.name, options);
    // A queue that was there already keeps the options it was made with until told otherwise.
    await boss.updateQueue(kind.name, options);
  }

  return {
    async enqueue(transaction, kind, payload) {
      await boss.send(kind.name, kind.payload.parse(payload) as object, { db: fromPrisma(transaction) });
    },
    async work(kind, handle) {
      await boss.work(
        kind.name,
        {
          batchSize: 10,
          burstWhenBatchFull: true,
          perJobResults: true,
          pollingIntervalSeconds: 2,
          // Nobody notifies of a job whose pause has run out: the next look finds it.
          notifyPollingIntervalSeconds: 5,
        },
        async (jobs) =>
          await Promise.all(
            jobs.map(async (job) => {
              try {
                await handle(kind.payload.parse(job.data));
                return { id: job.id, status: 'completed' as const };
              } catch (error) {
                const name = error instanceof Error ? error.name : 'unknown';
                log.warn({ job: job.id, queue: kind.name, error: name }, 'job failed');
                return { id: job.id, status: 'failed' as const, output: { error: name } };
              }
            }),
          ),
      );
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: stopTimeout });
    },
  };
}
