import type { AuditEntityType } from '../../domain/audit/record-audit.ts';
import type { NamedRecord } from '../../domain/oversight/record-refusal.ts';
import { isFile } from '../accept-uploads.ts';
import { readNodeId } from '../ids.ts';

/** The records that arguments name by global ids, each once, in the order in which they are given; whether they exist is not asked. */
export function namedRecords(given: unknown): NamedRecord[] {
  const found = new Map<string, NamedRecord>();
  // Without recursion: what is given may be nested deeper than the stack.
  const parts = [given];
  while (parts.length > 0) {
    const part = parts.pop();
    const record = typeof part === 'string' ? namedBy(part) : null;
    if (record !== null) found.set(record.entityId, record);
    if (typeof part !== 'object' || part === null || isFile(part)) continue;
    for (const inner of Object.values(part).reverse()) parts.push(inner);
  }
  return [...found.values()];
}

/** The record that a global id names, whether there is one or not; null for what is no global id. */
export function namedBy(globalId: string): NamedRecord | null {
  const { typename, id } = readNodeId(globalId);
  if (id === '') return null;
  return { entityType: typename === 'StaffMember' ? 'Staff' : (typename as AuditEntityType), entityId: id };
}

/** What the API calls the records of a type that is on record. */
export function apiTypeOf(entityType: string): string {
  return entityType === 'Staff' ? 'StaffMember' : entityType;
}
