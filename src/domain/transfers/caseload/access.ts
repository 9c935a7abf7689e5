import type { Prisma } from '../../../generated/prisma/client.ts';
import type { Actor } from '../../actor.ts';
import { noRecord } from '../../no-record.ts';
import { administersNetwork, hasPrivilege } from '../../privileges.ts';
import type { Caseload } from './caseload.ts';

/** The caseload transfers from or to the actor's organization; for Employment Nova Scotia's administrators all (B9). */
export function visibleCaseloads(actor: Actor): Prisma.CaseloadTransferWhereInput {
  if (administersNetwork(actor)) return {};
  if (!hasPrivilege(actor, 'seeCases')) return noRecord;
  const { organizationId } = actor;
  return { OR: [{ fromOrganizationId: organizationId }, { toOrganizationId: organizationId }] };
}

/**
 * Of the cases of the caseload transfers the actor may see, those whose Case ID they may see: all that their organization had as
 * it began, and those that have come to it. Cases that never came to it are none of its business (D7).
 */
export function visibleItems(actor: Actor): Prisma.CaseloadTransferItemWhereInput {
  if (administersNetwork(actor)) return {};
  return { OR: [{ caseloadTransfer: { fromOrganizationId: actor.organizationId } }, { status: 'MOVED' }] };
}

/** Whether the actor is told why Employment Nova Scotia moved a caseload: as with each case, not where it was given up (D7). */
export function seesReason(actor: Actor, { toOrganizationId }: Pick<Caseload, 'toOrganizationId'>): boolean {
  return administersNetwork(actor) || actor.organizationId === toOrganizationId;
}
