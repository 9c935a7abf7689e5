import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database.ts';
import type { JobKind } from '../../platform/queue.ts';
import { beginningOfChain, chainHash, eventHash } from './event-hash.ts';

/** The job that gives new audit events their places in the chain; see {@link sealWaitingEvents}. */
export const sealAuditTrail: JobKind<Record<string, never>> = {
  name: 'seal-audit-trail',
  payload: z.strictObject({}),
};

/** So many are sealed in one transaction. */
const atOnce = 1_000;

/**
 * Gives every audit event that has been committed, and has no place in the hash chain yet, the next one (D14). Who writes events
 * never waits: their order is decided here, by who is alone in it. One that commits later is still waiting then, and comes next.
 * @returns how many were sealed; none where somebody else is at it.
 */
export async function sealWaitingEvents(database: Database): Promise<number> {
  let sealed = 0;
  for (let last = atOnce; last === atOnce; sealed += last) {
    last = await database.$transaction(sealNext);
  }
  return sealed;
}

async function sealNext(transaction: Transaction): Promise<number> {
  const [turn] = await transaction.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('handoff: seal the audit trail', 0)) AS mine`;
  if (turn?.mine !== true) return 0;
  const head = await transaction.auditSeal.findFirst({ orderBy: { position: 'desc' } });
  const waiting = await transaction.unsealedAuditEvent.findMany({
    orderBy: [{ recordedAt: 'asc' }, { eventId: 'asc' }],
    take: atOnce,
  });
  const ids = waiting.map(({ eventId }) => eventId);
  const events = await transaction.auditEvent.findMany({ where: { id: { in: ids } } });
  const byId = new Map(events.map((event) => [event.id, event]));
  // One that somebody has put back among those that wait keeps the place it has.
  const seals = await transaction.auditSeal.findMany({ where: { eventId: { in: ids } } });
  const placed = new Set(seals.map(({ eventId }) => eventId));

  let { position, chainHash: before } = head ?? { position: 0n, chainHash: beginningOfChain };
  const next = waiting
    .filter(({ eventId }) => !placed.has(eventId))
    .map(({ eventId, recordedAt }) => {
      const hash = eventHash(eventId, byId.get(eventId) ?? null, recordedAt);
      position += 1n;
      before = chainHash(before, position, hash);
      return { position, eventId, recordedAt, eventHash: hash, chainHash: before };
    });
  await transaction.auditSeal.createMany({ data: next });
  await transaction.unsealedAuditEvent.deleteMany({ where: { eventId: { in: ids } } });
  return waiting.length;
}
