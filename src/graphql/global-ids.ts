import { createHash } from 'node:crypto';
import { readUuid, uuidBytes } from './uuid-bytes.ts';

/**
 * The types whose records have an id, each with its number in the ids. Ids are kept by other programs for good: a number is never
 * changed, nor given to another type.
 */
const numbers = {
  Agreement: 1,
  AuditEvent: 2,
  Case: 3,
  CaseNotification: 4,
  CaseStatusChange: 5,
  CaseTransfer: 6,
  CaseloadTransfer: 7,
  Correspondence: 8,
  CorrespondenceTemplate: 9,
  HomepageTask: 10,
  Office: 11,
  Organization: 12,
  PendingTransfer: 13,
  Person: 14,
  Program: 15,
  Referral: 16,
  ReferralDocument: 17,
  ReferralNote: 18,
  ServiceDeliveryLocation: 19,
  StaffMember: 20,
  TransferReceipt: 21,
  Viewer: 22,
} as const;

const types = new Map(Object.entries(numbers).map(([typename, number]) => [number as number, typename]));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In bytes: the number of the type, the UUID, and the sum that shows what has been altered. */
const lengths = { number: 1, uuid: 16, sum: 4 };

/** Characters of base64url: 21 bytes leave no bit over, so that every id has one form alone. */
const form = /^[\w-]{28}$/;

/**
 * The id that the API gives a record: the same in each deployment, for good. The sum tells slips from ids; it is no secret, and what an id
 * lets one see is decided by who asks.
 * @throws TypeError for a type that has no ids, or what is no UUID in lower case.
 */
export function encodeGlobalId(typename: string, id: bigint | number | string): string {
  const number = new Map<string, number>(Object.entries(numbers)).get(typename);
  if (number === undefined || typeof id !== 'string' || !uuid.test(id))
    throw new TypeError(`No ids of ${typename}`);
  const bytes = Buffer.concat([Buffer.of(number), uuidBytes(id)]);
  return Buffer.concat([bytes, sumOf(bytes)]).toString('base64url');
}

/** The type and the UUID of what {@link encodeGlobalId} gave; null for anything else. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } | null {
  if (!form.test(globalId)) return null;
  const bytes = Buffer.from(globalId, 'base64url');
  const end = lengths.number + lengths.uuid;
  const typename = types.get(bytes.readUInt8(0));
  if (typename === undefined || !sumOf(bytes.subarray(0, end)).equals(bytes.subarray(end))) return null;
  return { typename, id: readUuid(bytes.subarray(lengths.number, end)) };
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update('handoff id').update(bytes).digest().subarray(0, lengths.sum);
}
