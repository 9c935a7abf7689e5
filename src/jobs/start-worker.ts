import { sendCorrespondence as kind } from '../domain/correspondence/queue-correspondence.ts';
import type { Platform } from '../platform/platform.ts';
import { type Outgoing, sendCorrespondence } from './send-correspondence.ts';

/** Starts handling every kind of job in this process. */
export async function startWorker(platform: Platform, outgoing: Outgoing): Promise<void> {
  await platform.queue.work(kind, (payload) => sendCorrespondence(platform, outgoing, payload));
}
