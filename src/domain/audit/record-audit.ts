import type { AuditOutcome } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';

/** What is put on record: ids and field names, never what a field holds (D14). */
export type AuditEntry = {
  /** Verb and thing, for example `referral.submit`. */
  action: string;
  outcome?: AuditOutcome;
  entityType:
    | 'Referral'
    | 'ReferralNote'
    | 'ReferralDocument'
    | 'Case'
    | 'Person'
    | 'CaseloadTransfer'
    | 'HomepageTask'
    | 'CaseNotification'
    | 'CorrespondenceTemplate';
  entityId: string;
  caseId?: string;
  personId?: string;
  details?: string[];
};

/**
 * Writes audit events in the transaction of the change they tell of, so neither is there without the other (D14).
 * @param actor who did it; null where nobody did, as when access runs out.
 */
export async function recordAudit(
  transaction: Transaction,
  actor: Actor | null,
  ...entries: AuditEntry[]
): Promise<void> {
  const by = { actorId: actor?.staffId ?? null, actorOrganizationId: actor?.organizationId ?? null };
  await transaction.auditEvent.createMany({
    data: entries.map((entry) => ({ outcome: 'DONE', ...entry, ...by })),
  });
}
