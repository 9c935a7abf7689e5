import { type GraphQLNamedType, getNamedType, isObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import { claimOf, claimOfAny } from './claim-of.ts';
import type { Claim } from './claims.ts';
import type { Entry } from './entries.ts';
import type { RoleViewer } from './viewers.ts';

/** A place in the answers to an entry, and the claims of all fields on the way to it. */
export type Place = { path: string; coordinate: string; claims: Claim[] };

/** What a viewer was given by an entry. */
export type Look = { text: string; seen: Map<string, Place>; failures: string[] };

/** Asks by an entry as a viewer, and tells which places of the answer hold something. */
export async function look(viewer: RoleViewer, entry: Entry): Promise<Look> {
  const { data, errors = [] } = await viewer.ask(entry.document);
  const seen = new Map<string, Place>();
  const root = schema.getQueryType();
  for (const [name, value] of Object.entries((data as object | undefined) ?? {})) {
    const field = root?.getFields()[name];
    const type = entry.nodeType === null ? field && getNamedType(field.type) : schema.getType(entry.nodeType);
    const own = entry.nodeType === null ? [claimOf('Query', name)] : [];
    const claims = [entry.claim, ...own];
    walk(value, type, { path: entry.name, coordinate: `Query.${name}`, claims }, seen);
  }
  const failures = errors
    .filter(({ extensions }) => !refusals.includes(extensions?.code ?? ''))
    .map(({ message }) => message);
  return { text: JSON.stringify(data ?? null), seen, failures };
}

/** What an operation may be refused for; anything else is a fault of the walk, or of the service. */
const refusals = ['NOT_ALLOWED', 'NOT_FOUND', 'FORBIDDEN'];

function walk(
  value: unknown,
  type: GraphQLNamedType | undefined,
  place: Place,
  seen: Map<string, Place>,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, type, place, seen);
    return;
  }
  if (value === null || value === undefined) return;
  const here = withClaim(place, claimOfAny(shownBy(type)));
  // That a list is there tells nothing, only what is on it.
  const list = type?.name.endsWith('Connection') ?? false;
  if (!list) seen.set(here.path, here);
  if (typeof value !== 'object' || !isObjectType(type)) return;
  for (const [name, inside] of Object.entries(value)) {
    const field = type.getFields()[name];
    if (field === undefined || (name === 'totalCount' && inside === 0)) continue;
    const next = { ...here, path: `${here.path}.${name}`, coordinate: `${type.name}.${name}` };
    walk(inside, getNamedType(field.type), withClaim(next, claimOf(type.name, name)), seen);
  }
}

/** The type of the records that a list counts and holds; any other type shows itself. */
function shownBy(type: GraphQLNamedType | undefined): string {
  if (!isObjectType(type)) return '';
  const nodes = type.getFields().nodes;
  return nodes === undefined ? type.name : getNamedType(nodes.type).name;
}

function withClaim(place: Place, claim: Claim): Place {
  return claim === 'within' || place.claims.includes(claim)
    ? place
    : { ...place, claims: [...place.claims, claim] };
}
