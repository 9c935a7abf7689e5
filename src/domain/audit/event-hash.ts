import { createHash } from 'node:crypto';
import type { AuditEvent } from '../../generated/prisma/client.ts';

/** What the chain begins with, in the place of the hash before. */
export const beginningOfChain: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** What is hashed says which form it has, so that events of another form can be told apart one day. */
const form = 'handoff audit event 1';

/**
 * The SHA-256 of all that an event says, in one fixed order, and of when the database took it in.
 * @param event null where there is none of this id any more: that it is gone is sealed, too.
 */
export function eventHash(id: string, event: AuditEvent | null, recordedAt: Date): Uint8Array<ArrayBuffer> {
  const said = event && [
    event.at.toISOString(),
    event.actorId,
    event.actorOrganizationId,
    event.action,
    event.outcome,
    event.entityType,
    event.entityId,
    event.caseId,
    event.personId,
    event.managingOrganizationId,
    event.details,
  ];
  return sha256(Buffer.from(JSON.stringify([form, id, recordedAt.toISOString(), said])));
}

/** The SHA-256 that ties an event to its position and to all that is before it in the chain. */
export function chainHash(
  before: Uint8Array,
  position: bigint,
  hashOfEvent: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(position);
  return sha256(before, place, hashOfEvent);
}

function sha256(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}
