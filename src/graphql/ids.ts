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

/** The id part of a node's where, which must be a UUID for the database: one that is none finds nothing. */
export function nodeId(id: string): string {
  return uuid.test(id) ? id : noId;
}
