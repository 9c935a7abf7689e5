import { decodeGlobalId } from './global-ids.ts';
import { InvalidId } from './invalid-id.ts';

/**
 * Reads a global id that a client sent.
 * @param field where it stands, for the refusal; in a list with its place from 0, as `caseIds.2`.
 * @throws InvalidId for an id of another type, or one that is none.
 */
export function readId(typename: string, globalId: string, field: string | null = null): string {
  const decoded = decodeGlobalId(globalId);
  if (decoded?.typename !== typename) throw new InvalidId(field);
  return decoded.id;
}

/** Like {@link readId} for an id that may be left out or null. */
export function readOptionalId<None extends null | undefined>(
  typename: string,
  globalId: string | None,
  field: string | null = null,
): string | None {
  return typeof globalId === 'string' ? readId(typename, globalId, field) : globalId;
}

/** Types with ids for programs to tell one from another, and nothing to be asked for by them. */
const notNodes = new Set(['AuditEvent', 'Viewer']);

/** What stands for the type of what is no id of a node until its place is known; see {@link requireNodeIds}. */
const noType = '';

/** Reads a global id given to `node` or `nodes`. */
export function readNodeId(globalId: string): { typename: string; id: string } {
  const decoded = decodeGlobalId(globalId);
  return decoded === null || notNodes.has(decoded.typename) ? { typename: noType, id: '' } : decoded;
}

/**
 * Lets only ids of nodes pass; that there is such a record, or that one may see it, is another matter.
 * @param fieldOf where the id of a place, from 0, stands.
 * @throws InvalidId for the first that is none.
 */
export function requireNodeIds(
  ids: readonly { typename: string }[],
  fieldOf: (place: number) => string,
): void {
  const wrong = ids.findIndex(({ typename }) => typename === noType);
  if (wrong !== -1) throw new InvalidId(fieldOf(wrong));
}
