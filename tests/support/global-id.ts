import { decodeGlobalId, encodeGlobalId } from '../../src/graphql/global-ids.ts';

/** The id that the API gives a record of a type. */
export function globalId(typename: string, id: string): string {
  return encodeGlobalId(typename, id);
}

/** The id that the record has in the database; empty for what is no id. */
export function plainId(globalId: string): string {
  return decodeGlobalId(globalId)?.id ?? '';
}
