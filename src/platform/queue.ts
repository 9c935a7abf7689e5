import type { z } from 'zod';
import type { Transaction } from './database.ts';

/** A kind of job: its queue's name and the shape of its payload, which holds ids only. */
export type JobKind<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
};

/** A handler throws it where its job is to be tried again at a time of its choice; it may name the cause. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly at: Date;

  constructor(at: Date, options?: ErrorOptions) {
    super('the job is to be tried again later', options);
    this.at = at;
  }
}

/** A handler throws it where what every job of its kind needs is away: the job goes back to its place, and no other is taken until it is there again. */
export class NeedAway extends Error {
  override readonly name = 'NeedAway';

  constructor(options?: ErrorOptions) {
    super('what the job needs is away', options);
  }
}

/**
 * Does one job. It may run twice, also at the same moment.
 * @throws TryAgain or {@link NeedAway} for what it foresaw. After anything else the job is tried again, within a minute at
 * the latest and for as long as it takes: to give up is the handler's decision, and then it returns.
 */
export type JobHandler<Payload> = (payload: Payload) => Promise<void>;

/** A job that comes up by the clock, not by a commit; it has no payload. */
export type ScheduledJob = {
  kind: JobKind<Record<string, never>>;
  /** When, in five fields: minute, hour, day of month, month, day of week; in the time zone that the schedule is given. */
  cron: string;
};

/** Where work that follows a commit is put, and taken from. */
export type Queue = {
  /**
   * Puts a job in the queue as part of the caller's transaction: both are there, or neither (B1).
   * @param options.afterSeconds how long to leave it there before it is handled; at once where nothing is said.
   */
  enqueue<Payload>(
    transaction: Transaction,
    kind: JobKind<Payload>,
    payload: Payload,
    options?: { afterSeconds: number },
  ): Promise<void>;
  /**
   * Starts handling jobs of a kind, one at a time, the oldest first of those that are due.
   * @param isBack asked from time to time after a {@link NeedAway}, with the moment of the first, until it answers true;
   * without it, time alone must do.
   */
  work<Payload>(
    kind: JobKind<Payload>,
    handle: JobHandler<Payload>,
    isBack?: (awaySince: Date) => Promise<boolean>,
  ): Promise<void>;
  /**
   * Makes these the jobs that come up by the clock, whatever was scheduled before. Of all processes that handle jobs one has
   * each run. What came up while none of them was there is made up for by one run.
   * @param timeZone an IANA name.
   */
  schedule(jobs: readonly ScheduledJob[], timeZone: string): Promise<void>;
  /** Waits for the jobs in hand, then lets go of the database. */
  stop(): Promise<void>;
};
