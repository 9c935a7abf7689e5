import type { z } from 'zod';
import type { Transaction } from './database.ts';

/** A kind of job: its queue's name and the shape of its payload, which holds ids only. */
export type JobKind<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
  /** How often a failed job is tried again. */
  retryLimit: number;
  /** The first pause; each further one is about twice as long, with jitter, up to the longest. */
  retryDelaySeconds: number;
  longestRetryDelaySeconds: number;
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
