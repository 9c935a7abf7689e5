import { createHash } from 'node:crypto';
import { readUuid, uuidBytes } from './uuid-bytes.ts';

/** A list as cursors know it: by the type of its pages, which no other list has, and the order asked for, where there is a choice. */
export type CursorList = { pages: string; order: unknown };

/** In bytes: a UUID, and the sum that shows what has been altered or is of another list. */
const lengths = { uuid: 16, sum: 8 };

/**
 * The cursor of a record in a list, by its id, or the two that it is known by together. It holds nothing of what the list is sorted
 * by, so links and logs tell nothing of it.
 */
export function encodeCursor(list: CursorList, ids: readonly string[]): string {
  const bytes = Buffer.concat(ids.map(uuidBytes));
  return Buffer.concat([sumOf(list, bytes), bytes]).toString('base64url');
}

/** The ids in what {@link encodeCursor} gave for the same list; null for anything else. */
export function decodeCursor(list: CursorList, cursor: string): string[] | null {
  const all = Buffer.from(cursor, 'base64url');
  const bytes = all.subarray(lengths.sum);
  if (bytes.length !== lengths.uuid && bytes.length !== 2 * lengths.uuid) return null;
  // Each cursor has one form alone.
  if (all.toString('base64url') !== cursor || !sumOf(list, bytes).equals(all.subarray(0, lengths.sum)))
    return null;
  return Array.from({ length: bytes.length / lengths.uuid }, (_, place) =>
    readUuid(bytes.subarray(place * lengths.uuid, (place + 1) * lengths.uuid)),
  );
}

function sumOf({ pages, order }: CursorList, bytes: Buffer): Buffer {
  const list = JSON.stringify(['handoff cursor', pages, order ?? null]);
  return createHash('sha256').update(list).update(bytes).digest().subarray(0, lengths.sum);
}
