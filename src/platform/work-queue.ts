import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from './log.ts';
import { type JobHandler, type JobKind, NeedAway, TryAgain } from './queue.ts';

/** A job as it was taken: its retries tell this taking of it from later ones. */
type Taken = Pick<Job, 'id' | 'retryCount'>;

/** Between two looks whether what was away is back: growing from the first to the longest, in milliseconds. */
const firstLook = 1_000;
const longestLook = 30_000;

/**
 * Handles jobs of a kind, one at a time and the oldest first, so a backlog is worked off in the order it came in. While
 * what they need is away, this process takes none, and the backlog stays as it is, free for other processes.
 * @param queue.stopping ends the waiting; the job in hand is pg-boss's to wait for.
 */
export async function workQueue<Payload>(
  queue: { boss: PgBoss; log: Logger; stopping: AbortSignal },
  { name, payload }: JobKind<Payload>,
  { handle, isBack }: { handle: JobHandler<Payload>; isBack: (awaySince: Date) => Promise<boolean> },
): Promise<void> {
  const { boss, log, stopping } = queue;
  let workerId = '';
  /** Since when the need is away and how often that was looked at; it counts as back once a job got through. */
  let away: { since: Date; looks: number } | null = null;

  async function take(): Promise<void> {
    workerId = await boss.work<unknown>(
      name,
      {
        batchSize: 1,
        pollingIntervalSeconds: 2,
        // Nobody notifies of a job whose pause has run out: the next look finds it.
        notifyPollingIntervalSeconds: 5,
      },
      async ([job]) => {
        if (job === undefined) return;
        await settle(job, job.data);
        // The next one is taken at once, not at the next look.
        boss.notifyWorker(workerId);
      },
    );
  }

  async function settle(job: Taken, data: unknown): Promise<void> {
    const read = payload.safeParse(data);
    if (!read.success) {
      log.error({ job: job.id, queue: name }, 'job cannot be read');
      await boss.cancel(name, job);
      return;
    }
    try {
      await handle(read.data);
      away = null;
    } catch (error) {
      await putBack(job, error);
    }
  }

  /** Puts a job back in its place, to be taken again when its error says. */
  async function putBack({ id, retryCount }: Taken, error: unknown): Promise<void> {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.name : 'unknown';
    log.warn({ job: id, queue: name, error: why }, 'job put back');
    await boss.fail(name, { id, retryCount }, { error: why });
    if (error instanceof TryAgain) {
      away = null;
      await boss.update(name, undefined, { id, startAfter: error.at });
    }
    if (error instanceof NeedAway) {
      away ??= { since: new Date(), looks: 0 };
      // In its old place, and due: another process may have what this one lacks.
      await boss.update(name, undefined, { id, startAfter: 0 });
      await boss.offWork(name, { id: workerId, wait: false });
      void takeAgainOnceBack(away);
    }
  }

  async function takeAgainOnceBack(waiting: { since: Date; looks: number }): Promise<void> {
    do {
      const pause = Math.min(firstLook * 2 ** waiting.looks, longestLook) * (0.5 + Math.random() / 2);
      waiting.looks += 1;
      await sleep(pause, undefined, { signal: stopping }).catch(() => undefined);
      if (stopping.aborted) return;
    } while (!(await looksBack(waiting.since)));
    if (stopping.aborted) return;
    log.info({ queue: name }, 'what jobs need is back');
    await take();
  }

  async function looksBack(since: Date): Promise<boolean> {
    try {
      return await isBack(since);
    } catch (error) {
      log.warn(
        { queue: name, error: error instanceof Error ? error.name : 'unknown' },
        'could not look whether what jobs need is back',
      );
      return false;
    }
  }

  await take();
}
