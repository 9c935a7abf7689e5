import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** Tells the actor's open screens of own tasks that they have changed, and puts it on record (D14, B5). */
export async function recordChanges(
  transaction: Transaction,
  actor: Actor,
  action: 'homepageTask.complete' | 'homepageTask.reopen',
  changed: readonly { id: string; caseId: string | null }[],
): Promise<void> {
  if (changed.length === 0) return;
  const events = changed.map(({ id }) => ({
    topic: 'homepageTask' as const,
    taskId: id,
    assigneeId: actor.staffId,
  }));
  await publish(transaction, ...events);
  const entries = changed.map(({ id, caseId }) => ({
    action,
    entityType: 'HomepageTask' as const,
    entityId: id,
    ...(caseId === null ? {} : { caseId }),
  }));
  await recordAudit(transaction, actor, ...entries);
}
