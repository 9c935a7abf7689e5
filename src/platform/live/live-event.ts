import { z } from 'zod';
import type { Transaction } from '../database.ts';

/** What has happened, by ids alone: whoever is told loads the rest as themselves, so permission is checked each time (B5). */
const liveEvent = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('homepageTask'), taskId: z.uuid(), assigneeId: z.uuid() }),
  z.object({ topic: z.literal('caseNotification'), notificationId: z.uuid(), caseId: z.uuid() }),
  z.object({ topic: z.literal('referralStatus'), referralId: z.uuid(), caseId: z.uuid() }),
  z.object({ topic: z.literal('caseloadTransfer'), caseloadTransferId: z.uuid() }),
  // Somebody may have lost sight of the case: open subscriptions ask again.
  z.object({ topic: z.literal('caseAccess'), caseId: z.uuid() }),
]);

/** See {@link publish}. */
export type LiveEvent = z.infer<typeof liveEvent>;

/** What subscribers are found by: the topic, and whose task or which case it is about. */
export function liveEventKey(event: LiveEvent): string {
  return `${event.topic}:${keyOf(event)}`;
}

function keyOf(event: LiveEvent): string {
  if (event.topic === 'homepageTask') return event.assigneeId;
  if (event.topic === 'caseloadTransfer') return event.caseloadTransferId;
  return event.caseId;
}

/** The one PostgreSQL channel that all processes listen to. */
export const liveChannel = 'handoff_live';

/** Tells every process of events once the caller's transaction has committed, and never if it has not. */
export async function publish(transaction: Transaction, ...events: LiveEvent[]): Promise<void> {
  const payloads = events.map((event) => JSON.stringify(event));
  await transaction.$executeRaw`SELECT pg_notify(${liveChannel}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}

/** Reads what {@link publish} sent; null for anything else, such as an event that only a newer version knows. */
export function readLiveEvent(payload: string): LiveEvent | null {
  try {
    return liveEvent.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
