import type { Kind } from './draw.ts';

/** What has ids of its own. */
export type IdKind =
  | Kind
  | 'office'
  | 'location'
  | 'program'
  | 'agreement'
  | 'correspondence'
  | 'access'
  | 'transfer';

const tags: Record<IdKind, number> = {
  organization: 1,
  office: 2,
  location: 3,
  program: 4,
  agreement: 5,
  staff: 6,
  person: 7,
  case: 8,
  referral: 9,
  task: 10,
  notification: 11,
  correspondence: 12,
  access: 13,
  transfer: 14,
  order: 15,
};

const start = Date.UTC(2020, 0, 1);

/**
 * The id of the row of this index: of version 7, as the service makes them, so that ids ascend with the order in which rows
 * are made, and indexes grow at their end.
 */
export function idOf(kind: IdKind, index: number): string {
  const time = (start + index * 13).toString(16).padStart(12, '0');
  const mixed = (Math.imul(index ^ (tags[kind] << 24), 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const tail = index.toString(16).padStart(8, '0');
  const kindOf = tags[kind].toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kindOf}-8${mixed.slice(0, 3)}-${mixed.slice(3, 7)}${tail}`;
}
