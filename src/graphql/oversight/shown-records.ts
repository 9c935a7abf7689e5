import type { Thing } from '../../domain/access-table.ts';
import type { Actor } from '../../domain/actor.ts';
import { isShownOutside, type View, type ViewedEntity } from '../../domain/oversight/record-views.ts';
import { administersNetwork } from '../../domain/privileges.ts';

/** A row as it was loaded; which columns it has is not known. */
type Row = Readonly<Record<string, unknown>>;

/** By Prisma model: the record that a row is or belongs to, where its id stands, and what of the access table lets see the row. */
const entities: Partial<Record<string, Shown>> = {
  Person: { entityType: 'Person', id: 'id', thing: 'personRecord' },
  Case: { entityType: 'Case', id: 'id', thing: 'caseSummary' },
  CaseStatusChange: { entityType: 'Case', id: 'caseId', thing: 'case' },
  CaseloadTransferItem: { entityType: 'Case', id: 'caseId', thing: 'case' },
  Referral: { entityType: 'Referral', id: 'id', thing: 'referrals' },
  ReferralNote: { entityType: 'ReferralNote', id: 'id', thing: 'notes' },
  ReferralDocument: { entityType: 'ReferralDocument', id: 'id', thing: 'documents' },
  Correspondence: { entityType: 'Correspondence', id: 'id', thing: 'letters' },
  CorrespondenceAttempt: { entityType: 'Correspondence', id: 'correspondenceId', thing: 'letters' },
  CaseNotification: { entityType: 'CaseNotification', id: 'id', thing: 'notifications' },
  CaseTransfer: { entityType: 'CaseTransfer', id: 'id', thing: 'case' },
  ReferralAccess: { entityType: 'PendingTransfer', id: 'id', thing: 'transferRequests' },
};
type Shown = { entityType: ViewedEntity; id: string; thing: Thing };

/**
 * What of rows of a Prisma model is to be put on record when they are shown.
 * @returns null where nothing ever is. Else the record that a row stands for, or null where the row itself tells that the actor's
 * own organization manages the case: so the reads of one's own cases cost nothing.
 */
export function shownRecord(
  model: string | undefined,
): ((row: Row, actor: Actor) => Omit<View, 'fields'> | null) | null {
  const entity = model === undefined ? undefined : entities[model];
  if (entity === undefined) return null;
  const { entityType, id, thing } = entity;
  return (row, actor) => {
    const entityId = row[id];
    if (typeof entityId !== 'string' || isOwn(thing, row, actor)) return null;
    return { entityType, entityId };
  };
}

function isOwn(thing: Thing, row: Row, actor: Actor): boolean {
  const { organizationId } = actor;
  if (thing === 'caseSummary' && row.organizationId === organizationId) return true;
  if (administersNetwork(actor)) return false;
  if (!isShownOutside(thing)) return true;
  // Whom no referral lets see the client sees the client by a case of their own organization.
  if (thing === 'personRecord')
    return Array.isArray(row.accesses) && !hasAccess(row.accesses, organizationId);
  return thing === 'transferRequests' && row.organizationId !== organizationId;
}

function hasAccess(accesses: readonly { organizationId?: unknown }[], organizationId: string): boolean {
  return accesses.some((access) => access.organizationId === organizationId);
}
