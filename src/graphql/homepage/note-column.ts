import type { View } from '../../domain/oversight/record-views.ts';
import type { RequestContext } from '../context.ts';
import { noteView } from '../oversight/noted-views.ts';

/**
 * Notes that a column of My Notifications shows a field of a client or a case (D14); its row is the user's own task, so nothing
 * else would.
 * @param managedBy the organization that manages the case: its own people's views are not on record.
 * @param shown.entityId null where the column shows nothing of it.
 */
export function noteColumn(
  context: RequestContext,
  managedBy: string | null,
  { entityType, entityId }: { entityType: View['entityType']; entityId: string | null },
  field: string,
): void {
  if (entityId !== null && managedBy !== context.actor.organizationId) {
    noteView(context, { entityType, entityId }, field);
  }
}
