import { Prisma } from '../../generated/prisma/client.ts';
import type { AuditOutcome } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import { recordAudit } from './record-audit.ts';
import { filterDetails, type TrailFilter, trailCondition } from './trail-filter.ts';

/** An audit event as it is exported; hashes in hexadecimal, null while it has no place in the chain. */
export type ExportedEvent = {
  id: string;
  at: string;
  actorId: string | null;
  actorOrganizationId: string | null;
  action: string;
  outcome: AuditOutcome;
  entityType: string | null;
  entityId: string | null;
  caseId: string | null;
  personId: string | null;
  managingOrganizationId: string | null;
  details: string[];
  position: string | null;
  recordedAt: string | null;
  eventHash: string | null;
  chainHash: string | null;
};

type Row = Omit<ExportedEvent, 'at' | 'recordedAt' | 'position'> & {
  at: Date;
  recordedAt: Date | null;
  position: bigint | null;
};

/** So many are read with one statement; no more are ever in memory. */
const atOnce = 1_000;

/**
 * Reads the audit trail from its oldest event on, with each event's place in the hash chain, for those who keep it elsewhere or
 * look through it with other programs (D14). That it is exported is itself on record, before anything is read.
 */
export async function* exportAuditTrail(
  database: Reader,
  filter: TrailFilter,
): AsyncGenerator<ExportedEvent> {
  await recordAudit(database, null, {
    action: 'auditTrail.export',
    outcome: 'VIEWED',
    details: filterDetails(filter),
  });
  for (let last: Row | undefined, more = true; more; ) {
    const beyond: Prisma.Sql =
      last === undefined
        ? Prisma.sql`TRUE`
        : Prisma.sql`"at" >= ${last.at} AND ("at", event.id) > (${last.at}, ${last.id}::uuid)`;
    const rows: Row[] = await database.$queryRaw<Row[]>`
      SELECT event.*, seal.position, seal."recordedAt", encode(seal."eventHash", 'hex') AS "eventHash",
             encode(seal."chainHash", 'hex') AS "chainHash"
        FROM "AuditEvent" AS event LEFT JOIN "AuditSeal" AS seal ON seal."eventId" = event.id
       WHERE ${trailCondition(filter)} AND ${beyond}
       ORDER BY "at", event.id LIMIT ${atOnce}`;
    yield* rows.map(exported);
    last = rows.at(-1);
    more = rows.length === atOnce;
  }
}

function exported({ at, recordedAt, position, ...row }: Row): ExportedEvent {
  return {
    ...row,
    at: at.toISOString(),
    position: position?.toString() ?? null,
    recordedAt: recordedAt?.toISOString() ?? null,
  };
}
