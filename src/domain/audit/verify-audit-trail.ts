import type { AuditSeal } from '../../generated/prisma/client.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { beginningOfChain, chainHash, eventHash } from './event-hash.ts';
import { type Head, sameBytes } from './head.ts';
import type { Fault } from './trail-fault.ts';
import { unsealedFaults } from './unsealed-faults.ts';

/** What verifying found besides faults. */
export type VerifiedTrail = { sealed: number; head: Head | null; waiting: number };

/** An event says that it happened at most so long before or after the database took it in, in milliseconds; clocks differ. */
const tolerance = 60 * 60 * 1_000;

/** So many events are looked at together. */
const atOnce = 5_000;

/** All is looked at as it stood at one instant, however long that takes. */
const oneInstant = { isolationLevel: 'RepeatableRead', timeout: 24 * 60 * 60 * 1_000 } as const;

/**
 * Computes the whole hash chain of the audit trail anew and compares it with what is kept (D14).
 * @param options.kept a head that was noted down earlier: without one it cannot be seen that the end of the trail was cut off
 * together with its seals, or all of it written anew.
 * @param options.waitingSince events that the database took in before and that still have no place are a fault.
 * @param report is told each fault, in the order of the chain, then those without a place.
 */
export async function verifyAuditTrail(
  database: Database,
  { kept, waitingSince }: { kept: Head | null; waitingSince: Date },
  report: (fault: Fault) => void,
): Promise<VerifiedTrail> {
  return await database.$transaction(async (transaction) => {
    const { sealed, head } = await walkChain(transaction, kept, report);
    if (kept !== null && (head === null || head.position < kept.position)) {
      report({ kind: 'HEAD_MISSING', position: kept.position, eventId: null });
    }
    const waiting = await unsealedFaults(transaction, { waitingSince, atOnce }, report);
    return { sealed, head, waiting };
  }, oneInstant);
}

async function walkChain(
  transaction: Transaction,
  kept: Head | null,
  report: (fault: Fault) => void,
): Promise<{ sealed: number; head: Head | null }> {
  let sealed = 0;
  let head: Head | null = null;
  for (;;) {
    const seals: AuditSeal[] = await transaction.auditSeal.findMany({
      where: { position: { gt: head?.position ?? 0n } },
      orderBy: { position: 'asc' },
      take: atOnce,
    });
    const events = await transaction.auditEvent.findMany({
      where: { id: { in: seals.map(({ eventId }) => eventId) } },
    });
    const byId = new Map(events.map((event) => [event.id, event]));
    for (const seal of seals) {
      const { position, eventId, recordedAt } = seal;
      const event = byId.get(eventId) ?? null;
      const fault = (kind: Fault['kind']) => report({ kind, position, eventId });
      const next: bigint = (head?.position ?? 0n) + 1n;
      if (position > next) report({ kind: 'MISSING_SEAL', position: next, eventId: null });
      else if (!follows(seal, head)) fault('BROKEN_CHAIN');
      if (event === null) fault('MISSING');
      else if (!sameBytes(eventHash(eventId, event, recordedAt), seal.eventHash)) fault('CHANGED');
      else if (Math.abs(recordedAt.getTime() - event.at.getTime()) > tolerance) fault('BACKDATED');
      if (kept?.position === position && !sameBytes(kept.hash, seal.chainHash)) fault('HEAD_CHANGED');
      head = { position, hash: seal.chainHash };
      sealed += 1;
    }
    if (seals.length < atOnce) return { sealed, head };
  }
}

function follows({ position, eventHash: hash, chainHash: chained }: AuditSeal, before: Head | null): boolean {
  return sameBytes(chainHash(before?.hash ?? beginningOfChain, position, hash), chained);
}
