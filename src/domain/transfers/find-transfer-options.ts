import type { CaseStatus } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../people/access.ts';
import { hasPrivilege } from '../privileges.ts';
import { casesToTransfer } from './access.ts';
import { requireDestination } from './transfer-destinations.ts';

/** Where a case can be transferred to. */
export type TransferOptions = {
  status: CaseStatus;
  /** The organization that manages the case. */
  managedBy: string;
  /** The organization whose choices these are; null until Employment Nova Scotia has named one. */
  organizationId: string | null;
};

/**
 * Where the actor can transfer a case to (R28, D5).
 * @param wanted.organizationId the one that Employment Nova Scotia asks about; for everyone else their own.
 * @returns null where there is no such case that the actor can transfer.
 * @throws as {@link requireDestination} does.
 */
export async function findTransferOptions(
  actor: Actor,
  database: Reader,
  moment: Moment,
  wanted: { caseId: string; organizationId?: string | null | undefined },
): Promise<TransferOptions | null> {
  const found = await database.case.findFirst({
    where: { id: wanted.caseId, ...casesToTransfer(actor, moment) },
    select: { status: true, organizationId: true },
  });
  if (found === null) return null;
  const { status, organizationId: managedBy } = found;
  const own = hasPrivilege(actor, 'transferAnyCase') ? null : actor.organizationId;
  const organizationId = wanted.organizationId ?? own;
  if (organizationId !== null) {
    await requireDestination(actor, database, { organizationId, managedBy }, moment.day);
  }
  return { status, managedBy, organizationId };
}
