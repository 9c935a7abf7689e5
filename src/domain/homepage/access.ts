import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';

/** The tasks on the actor's own User Homepage. */
export function ownTasks(actor: Actor): Prisma.HomepageTaskWhereInput {
  return { assigneeId: actor.staffId, organizationId: actor.organizationId };
}
