import type { AuditEvent } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { hasPrivilege } from '../privileges.ts';

/**
 * The case and the client of an event as the reader may know them. Who reads the trail of their own organization does not learn
 * from a refusal that a record of another one exists, nor to which case it belongs.
 */
export function shownConcern(
  actor: Actor,
  { outcome, caseId, personId, managingOrganizationId }: AuditEvent,
): { caseId: string | null; personId: string | null } {
  const isTheirs = managingOrganizationId === actor.organizationId;
  return outcome !== 'REFUSED' || isTheirs || hasPrivilege(actor, 'readAuditTrail')
    ? { caseId, personId }
    : { caseId: null, personId: null };
}
