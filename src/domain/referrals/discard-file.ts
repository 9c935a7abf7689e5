import { z } from 'zod';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { JobKind } from '../../platform/queue.ts';

/** The job that deletes a file of the storage, unless a document has it. */
export const discardFile: JobKind<{ storageKey: string }> = {
  name: 'discard-file',
  payload: z.strictObject({ storageKey: z.uuid() }),
};

/** In seconds. An upload takes far less, so a file that no document has by then never gets one. */
const longestUpload = 60 * 60;

/**
 * Announces a file before its first byte is stored: unless a document has it an hour later, it is discarded. So whatever
 * breaks off, and wherever, no file stays that nobody knows of.
 */
export async function announceFile(platform: Platform, storageKey: string): Promise<void> {
  const { database, queue } = platform;
  await queue.enqueue(database, discardFile, { storageKey }, { afterSeconds: longestUpload });
}

/**
 * Whether a document may still be made of a file announced then. Half the time is kept in reserve, so that a process that
 * slept in the midst of an upload does not make a document of a file that is being discarded.
 */
export function isFresh(announcedAt: Date, now: Date): boolean {
  return now.getTime() - announcedAt.getTime() < (longestUpload * 1000) / 2;
}

/** Discards files of documents that the caller's transaction deletes: once it commits, or not at all. */
export async function discardFiles(
  transaction: Transaction,
  platform: Platform,
  documents: { storageKey: string }[],
): Promise<void> {
  for (const { storageKey } of documents) {
    await platform.queue.enqueue(transaction, discardFile, { storageKey });
  }
}
