import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { allowedOnRow } from '../people/relations.ts';
import { visibleNotifications } from './access.ts';
import { lockCase } from './lock-case.ts';
import { requireAllowed } from './require-allowed.ts';

/** So many notifications can be acknowledged at once; a page has no more. */
const mostAtOnce = 100;

/**
 * Puts on record that the actor has taken note of notifications on Case Home Pages (R33). Whoever was first stays on record: one
 * that has been acknowledged stays as it is.
 * @throws InvalidInput for none or too many; NotFound where the actor does not see one of them; NotAllowed where the actor does not
 * work on its case. Then none is changed.
 */
export async function acknowledgeCaseNotifications(
  actor: Actor,
  platform: Platform,
  notificationIds: string[],
): Promise<void> {
  const ids = [...new Set(notificationIds)];
  if (ids.length === 0 || ids.length > mostAtOnce) {
    const EN = `Choose from 1 to ${mostAtOnce} notifications.`;
    const FR = `Choisissez de 1 à ${mostAtOnce} avis.`;
    throw new InvalidInput([{ field: 'notificationIds', text: { EN, FR } }]);
  }
  await platform.database.$transaction(async (transaction) => {
    // Locked, so that the case is not transferred between the check and the change; then looked at again.
    for (const { id } of await casesOf(transaction, actor, ids)) await lockCase(transaction, id);
    for (const found of await casesOf(transaction, actor, ids)) {
      requireAcknowledgeable(actor, found);
    }
    const acknowledged = await transaction.caseNotification.updateManyAndReturn({
      where: { id: { in: ids }, acknowledgedAt: null },
      data: { acknowledgedAt: platform.now(), acknowledgedById: actor.staffId },
      select: { id: true, caseId: true },
    });
    if (acknowledged.length === 0) return;
    const events = acknowledged.map(({ id, caseId }) => ({
      topic: 'caseNotification' as const,
      notificationId: id,
      caseId,
    }));
    await publish(transaction, ...events);
    const entries = acknowledged.map(({ id, caseId }) => ({
      action: 'caseNotification.acknowledge',
      entityType: 'CaseNotification' as const,
      entityId: id,
      caseId,
    }));
    await recordAudit(transaction, actor, ...entries);
  });
}

/**
 * Checks that the actor can acknowledge notifications of a case.
 * @throws NotFound where the actor does not see them; NotAllowed where the actor does not work on the case.
 */
export function requireAcknowledgeable(actor: Actor, found: { organizationId: string }): void {
  if (!allowedOnRow(actor, 'notifications', 'see', found)) throw new NotFound();
  requireAllowed(actor, 'notifications', 'acknowledge', found);
}

/**
 * The cases of notifications, in the order of their ids.
 * @throws NotFound where the actor does not see one of the notifications.
 */
async function casesOf(transaction: Transaction, actor: Actor, ids: string[]) {
  const seen = { AND: [{ id: { in: ids } }, visibleNotifications(actor)] };
  if ((await transaction.caseNotification.count({ where: seen })) !== ids.length) throw new NotFound();
  return await transaction.case.findMany({
    where: { notifications: { some: { id: { in: ids } } } },
    orderBy: { id: 'asc' },
    select: { id: true, organizationId: true },
  });
}
