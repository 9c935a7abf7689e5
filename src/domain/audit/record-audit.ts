import type { AuditOutcome } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';

/** What audit events are about. */
export type AuditEntityType =
  | 'Agreement'
  | 'Case'
  | 'CaseloadTransfer'
  | 'CaseNotification'
  | 'CaseTransfer'
  | 'Correspondence'
  | 'CorrespondenceTemplate'
  | 'HomepageTask'
  | 'Office'
  | 'Organization'
  | 'PendingTransfer'
  | 'Person'
  | 'Program'
  | 'Referral'
  | 'ReferralDocument'
  | 'ReferralNote'
  | 'ServiceDeliveryLocation'
  | 'Staff'
  | 'TransferReceipt';

/** What is put on record: ids and field names, never what a field holds (D14). */
export type AuditEntry = {
  /** Verb and thing, for example `referral.submit`; of a refused request the name of its field in the API. */
  action: string;
  outcome?: AuditOutcome;
  /** Tells also whom it concerns: the client, and the organization that manages the case. */
  caseId?: string;
  personId?: string;
  /** The organization that may read of it, where that is not the one that manages the case after the change. */
  managingOrganizationId?: string;
  details?: string[];
} & (
  | { entityType: AuditEntityType; entityId: string }
  // Only where it is about no record.
  | { entityType?: never; entityId?: never }
);

/**
 * Writes audit events in the transaction of the change they tell of, so neither is there without the other (D14).
 * @param transaction the client itself where nothing is changed, as for views.
 * @param actor who did it; null where nobody did, as when access runs out.
 */
export async function recordAudit(
  transaction: Reader,
  actor: Pick<Actor, 'staffId' | 'organizationId'> | null,
  ...entries: AuditEntry[]
): Promise<void> {
  const by = { actorId: actor?.staffId ?? null, actorOrganizationId: actor?.organizationId ?? null };
  await transaction.auditEvent.createMany({
    data: entries.map((entry) => ({ outcome: 'DONE', ...entry, ...by })),
  });
}
