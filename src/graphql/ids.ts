import { decodeGlobalID } from '@pothos/plugin-relay';
import { NotFound } from '../domain/errors.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id that no record has. */
const noId = '00000000-0000-0000-0000-000000000000';

/**
 * Reads a global id that a client sent.
 * @throws NotFound for an id of another type, or one that is none.
 */
export function readId(typename: string, globalId: string): string {
  try {
    const { typename: given, id } = decodeGlobalID(globalId);
    if (given === typename && uuid.test(id)) return id;
  } catch {
    // Not a global id at all: the same answer.
  }
  throw new NotFound();
}

/** Like {@link readId} for an id that may be left out or null. */
export function readOptionalId<None extends null | undefined>(
  typename: string,
  globalId: string | None,
): string | None {
  return typeof globalId === 'string' ? readId(typename, globalId) : globalId;
}

/** The types whose records have a global id. */
const nodeTypes = new Set([
  'Agreement',
  'Case',
  'CaseNotification',
  'CaseTransfer',
  'CaseloadTransfer',
  'Correspondence',
  'CorrespondenceTemplate',
  'HomepageTask',
  'Office',
  'Organization',
  'PendingTransfer',
  'Person',
  'Program',
  'Referral',
  'ReferralDocument',
  'ReferralNote',
  'ServiceDeliveryLocation',
  'StaffMember',
  'TransferReceipt',
]);

/**
 * Reads a global id given to `node` or `nodes`. One that is none, or of a type that has none, is read as one that no record
 * has: the answer is null in its place, as for a record the user may not see.
 */
export function readNodeId(globalId: string): { typename: string; id: string } {
  try {
    const decoded = decodeGlobalID(globalId);
    if (nodeTypes.has(decoded.typename) && uuid.test(decoded.id)) return decoded;
  } catch {
    // Not a global id at all: the same answer.
  }
  return { typename: 'Case', id: noId };
}
