import type { AuditEvent } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { hasPrivilege } from '../privileges.ts';

/** What a view of a client's record is on record as. */
export const personViewed = 'person.view';

/**
 * The case and the client of an event as the reader may know them. Who reads the trail of their own organization does not learn
 * from a refusal that a record of another one exists, nor to which case it belongs; nor from a view of a client's record the case
 * that it was shown for, which an informational referral does not bring into their context (R24).
 */
export function shownConcern(
  actor: Actor,
  { action, outcome, caseId, personId, managingOrganizationId }: AuditEvent,
): { caseId: string | null; personId: string | null } {
  const isTheirs = managingOrganizationId === actor.organizationId;
  if (isTheirs || hasPrivilege(actor, 'readAuditTrail')) return { caseId, personId };
  if (outcome === 'REFUSED') return { caseId: null, personId: null };
  return { caseId: action === personViewed ? null : caseId, personId };
}
