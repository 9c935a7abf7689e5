import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  RootFieldBuilder,
  type SchemaTypes,
} from '@pothos/core';
import { formatPrismaCursor, getModel, parsePrismaCursor } from '@pothos/plugin-prisma';
import type { GraphQLFieldResolver } from 'graphql';
import { badCursor } from './bad-cursor.ts';
import { type CursorList, decodeCursor, encodeCursor } from './list-cursors.ts';
import { pageSizes } from './query-limits.ts';

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object, unknown>;
type Args = Record<string, unknown>;
/** And by how many ids together a record of it is known. */
type List = CursorList & { width: number };
type Query = { cursor?: unknown; skip?: number };
type Edge = { cursor: string };
type Connection = { edges: (Edge | null)[]; pageInfo: object };

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      cursors: CursorPlugin<Types>;
    }
  }
}

/**
 * The one place where cursors go in and out of lists. Outside they are those of encodeCursor, inside those of the Prisma plugin. A page is
 * read from its cursor's record on, that record included, and given without it. Where the record is not there, the viewer does not
 * see it, or it is not of the list any more: to give what comes after it would tell where it stands, or leave out a record without a word.
 */
class CursorPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!isList(field)) return field;
    const select = field.extensions?.pothosPrismaSelect;
    if (typeof select !== 'function') return field;
    const listOf = (args: Args) => this.#listOf(field, args);
    return {
      ...field,
      extensions: { ...field.extensions, pothosPrismaSelect: fromCursorOn(select as Select, listOf) },
    };
  }

  override wrapResolve(resolve: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    if (!isList(field)) return resolve;
    return async (parent, args, context, info) => {
      const list = this.#listOf(field, args as Args);
      const inner = inwards(list, args as Args);
      const connection = (await resolve(parent, inner, context, info)) as Connection | null;
      return connection && outwards(list, connection, inner);
    };
  }

  #listOf({ type, extensions }: PothosOutputFieldConfig<Types>, args: Args): List {
    if (type.kind === 'List') throw new TypeError('A list with pages has one type of page');
    const relation = extensions?.pothosPrismaRelationField as { type: string } | undefined;
    const key = relation && getModel(relation.type, this.builder).primaryKey;
    const pages = this.buildCache.getTypeConfig(type.ref).name;
    return { pages, order: args.orderBy, width: key?.fields.length ?? 1 };
  }
}

function isList({ args }: { args: object }): boolean {
  return 'first' in args && 'after' in args;
}

/** The arguments that the Prisma plugin is given: its own cursor, and a page longer by that cursor's record. */
function inwards(list: List, args: Args): Args {
  const [end, size] = typeof args.after === 'string' ? ['after', 'first'] : ['before', 'last'];
  const cursor = args[end];
  if (typeof cursor !== 'string') return args;
  const ids = decodeCursor(list, cursor);
  if (ids?.length !== list.width) throw badCursor();
  const wanted = args[size];
  return {
    ...args,
    [end]: innerCursor(ids),
    [size]: (typeof wanted === 'number' ? wanted : pageSizes.usual) + 1,
  };
}

function innerCursor(ids: readonly string[]): string {
  const keys = ids.map((_, place) => String(place));
  const only = keys.length === 1 ? keys[0] : undefined;
  return formatPrismaCursor({ ...ids }, only ?? keys);
}

/** The page without its cursor's record, with cursors as they are outside. */
function outwards<Page extends Connection>(list: CursorList, connection: Page, { after, before }: Args) {
  const { edges } = connection;
  const isThere =
    typeof after === 'string'
      ? edges[0]?.cursor === after
      : typeof before !== 'string' || edges.at(-1)?.cursor === before;
  if (!isThere) return countOnly(connection);
  const page = edges.slice(typeof after === 'string' ? 1 : 0, typeof before === 'string' ? -1 : undefined);
  const shown = page.map((edge) => edge && { ...edge, cursor: outerCursor(list, edge.cursor) });
  const ends = { startCursor: shown[0]?.cursor ?? null, endCursor: shown.at(-1)?.cursor ?? null };
  return { ...connection, edges: shown, pageInfo: { ...connection.pageInfo, ...ends } };
}

function outerCursor(list: CursorList, inner: string): string {
  return encodeCursor(list, [parsePrismaCursor(inner)].flat().map(String));
}

/** How many there are in all can be told: then no rows are read, and the record is not there for that alone. */
function countOnly<Page extends Connection>(connection: Page) {
  return {
    ...connection,
    get edges(): never {
      throw badCursor();
    },
    get pageInfo(): never {
      throw badCursor();
    },
  };
}

type Nested = (query: Query, ...rest: unknown[]) => unknown;
type Select = (args: Args, context: unknown, nested: Nested, ...rest: unknown[]) => unknown;

/** A list of a record's own, which is read with that record. */
function fromCursorOn(select: Select, listOf: (args: Args) => List): Select {
  return (args, context, nested, ...rest) => {
    const fromCursor: Nested = (query, ...others) => nested({ ...query, skip: 0 }, ...others);
    return select(inwards(listOf(args), args), context, fromCursor, ...rest);
  };
}

type ConnectionField = (
  this: unknown,
  options: { resolve: (query: Query, ...rest: unknown[]) => unknown },
  ...rest: unknown[]
) => unknown;

/** A list that is read by itself: the Prisma plugin has no option for it, so its method is wrapped. */
const builders = RootFieldBuilder.prototype as unknown as { prismaConnection: ConnectionField };
const { prismaConnection } = builders;
builders.prismaConnection = function prismaConnectionFromCursor({ resolve, ...options }, ...rest) {
  const fromCursor: typeof resolve = (query, ...others) => resolve({ ...query, skip: 0 }, ...others);
  return prismaConnection.call(this, { ...options, resolve: fromCursor }, ...rest);
};

/** The name under which the plugin is given to the builder. */
export const cursorPlugin = 'cursors';

SchemaBuilder.registerPlugin(cursorPlugin, CursorPlugin);
