import { fromPrisma, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Transaction } from './database.ts';
import type { Logger } from './log.ts';

/** A kind of job: its queue's name and the shape of its payload, which holds ids only. */
export type JobKind<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
  retryLimit: number;
  retryDelaySeconds: number;
};

/** Where work that follows a commit is put, and taken from. */
export type Queue = {
  /** Puts a job in the queue as part of the caller's transaction: both are there, or neither (B1). */
  enqueue<Payload>(transaction: Transaction, kind: JobKind<Payload>, payload: Payload): Promise<void>;
  /** Starts handling jobs of a kind; a job whose handler throws is tried again. Handlers may run twice. */
  work<Payload>(kind: JobKind<Payload>, handle: (payload: Payload) => Promise<void>): Promise<void>;
  /** Waits for the jobs in hand, then lets go of the database. */
  stop(): Promise<void>;
};

/** How long jobs in hand may take when the process stops, in milliseconds. */
const stopTimeout = 20_000;

/**
 * Starts pg-boss on its own small pool and makes the queues.
 * @param options.listen whether this process handles jobs, and so listens for new ones.
 */
export async function startQueue(options: {
  url: string;
  kinds: Pick<JobKind<unknown>, 'name' | 'retryLimit' | 'retryDelaySeconds'>[];
  listen: boolean;
  log: Logger;
}): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: options.url,
    max: 4,
    useListenNotify: options.listen,
    supervise: options.listen,
    schedule: options.listen,
  });
  boss.on('error', (error) => options.log.error({ error: error.name }, 'queue error'));
  boss.on('warning', (warning) => options.log.warn({ warning: warning.message }, 'queue warning'));
  await boss.start();
  for (const kind of options.kinds) {
    await boss.createQueue(kind.name, {
      notify: true,
      retryLimit: kind.retryLimit,
      retryDelay: kind.retryDelaySeconds,
      retryBackoff: true,
      heartbeatSeconds: 30,
    });
  }

  return {
    async enqueue(transaction, kind, payload) {
      await boss.send(kind.name, kind.payload.parse(payload) as object, { db: fromPrisma(transaction) });
    },
    async work(kind, handle) {
      await boss.work(
        kind.name,
        { batchSize: 10, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 2 },
        async (jobs) =>
          await Promise.all(
            jobs.map(async (job) => {
              try {
                await handle(kind.payload.parse(job.data));
                return { id: job.id, status: 'completed' as const };
              } catch (error) {
                const name = error instanceof Error ? error.name : 'unknown';
                options.log.warn({ job: job.id, queue: kind.name, error: name }, 'job failed');
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
