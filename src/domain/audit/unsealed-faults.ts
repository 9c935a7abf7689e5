import type { Transaction } from '../../platform/database.ts';
import type { Fault } from './trail-fault.ts';

/** An event without a place in the chain, or the last of those looked at. */
type Unsealed = { id: string; isSealed: boolean; recordedAt: Date | null };

/**
 * Finds the audit events that have no place in the chain and should have one, and those that wait for one and are gone.
 * @param options.atOnce how many events to look at together.
 * @returns how many wait for a place.
 */
export async function unsealedFaults(
  transaction: Transaction,
  { waitingSince, atOnce }: { waitingSince: Date; atOnce: number },
  report: (fault: Fault) => void,
): Promise<number> {
  const fault = (kind: Fault['kind'], eventId: string) => report({ kind, position: null, eventId });
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const found = await transaction.$queryRaw<Unsealed[]>`
      SELECT page.id, seal."eventId" IS NOT NULL AS "isSealed", waiting."recordedAt"
        FROM (SELECT id, row_number() OVER (ORDER BY id DESC) = 1 AS "isLast"
                FROM (SELECT id FROM "AuditEvent" WHERE id > ${after}::uuid ORDER BY id LIMIT ${atOnce}) AS next_events) AS page
        LEFT JOIN "AuditSeal" AS seal ON seal."eventId" = page.id
        LEFT JOIN "UnsealedAuditEvent" AS waiting ON waiting."eventId" = page.id
       WHERE seal."eventId" IS NULL OR page."isLast"
       ORDER BY page.id`;
    for (const { id, isSealed, recordedAt } of found) {
      if (isSealed) continue;
      if (recordedAt === null) fault('NOT_IN_CHAIN', id);
      else if (recordedAt < waitingSince) fault('WAITING_TOO_LONG', id);
    }
    const last = found.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  const gone = await transaction.$queryRaw<{ eventId: string }[]>`
    SELECT "eventId" FROM "UnsealedAuditEvent"
     WHERE NOT EXISTS (SELECT FROM "AuditEvent" WHERE id = "eventId") ORDER BY "eventId"`;
  for (const { eventId } of gone) fault('MISSING', eventId);
  return await transaction.unsealedAuditEvent.count();
}
