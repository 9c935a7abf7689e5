import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database.ts';
import { wakesAfterCommit } from './wake-after-commit.ts';

/** What has happened, by ids alone: whoever is told loads the rest as themselves, so permission is checked each time (B5). */
export type LiveEvent =
  | { topic: 'homepageTask'; taskId: string; assigneeId: string }
  | { topic: 'caseNotification'; notificationId: string; caseId: string }
  | { topic: 'referralStatus'; referralId: string; caseId: string }
  | { topic: 'caseloadTransfer'; caseloadTransferId: string }
  // Somebody may have lost sight of the case: open subscriptions ask again.
  | { topic: 'caseAccess'; caseId: string };

/** What an event is about. */
export type LiveTopic = LiveEvent['topic'];

/** An event as it is kept; a newer version may have kept topics that this one does not know. */
export type KeptEvent = {
  /** Opaque to clients; it tells no counts (D13). */
  cursor: string;
  /** Its place in the order of commits. */
  position: bigint;
  topic: string;
  /** Whose task, or which case or caseload transfer it is about. */
  key: string;
  /** What came or changed there: the task, the notification, the referral. */
  subjectId: string;
};

/** The one PostgreSQL or Redis channel by which processes wake each other up. */
export const liveChannel = 'handoff_live';

/**
 * Keeps events as part of the caller's transaction, in this order. Once it has committed every process is woken up to read
 * them; if it has not, they never were (B5).
 */
export async function publish(transaction: Transaction, ...events: LiveEvent[]): Promise<void> {
  const data = events.map((event) => ({ id: randomUUID(), ...toKeep(event) }));
  await transaction.liveEvent.createMany({ data });
  // An empty payload: all of a transaction's become one, and it tells nothing.
  if (!wakesAfterCommit(transaction)) await transaction.$executeRaw`SELECT pg_notify(${liveChannel}, '')`;
}

function toKeep(event: LiveEvent): Pick<KeptEvent, 'topic' | 'key' | 'subjectId'> {
  const { topic } = event;
  if (topic === 'homepageTask') return { topic, key: event.assigneeId, subjectId: event.taskId };
  if (topic === 'caseNotification') return { topic, key: event.caseId, subjectId: event.notificationId };
  if (topic === 'referralStatus') return { topic, key: event.caseId, subjectId: event.referralId };
  if (topic === 'caseAccess') return { topic, key: event.caseId, subjectId: event.caseId };
  return { topic, key: event.caseloadTransferId, subjectId: event.caseloadTransferId };
}
