import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from '../platform/database.ts';
import { findInOneStatement } from '../platform/one-statement/find-in-one-statement.ts';

type Find = (query: object) => Promise<object | null>;

/** The client that the Prisma plugin of Pothos reads with: records that are found one by one, with what belongs to them, take the short way. */
export function recordsInOneStatement(database: Database): Database {
  const known = clients.get(database) ?? clientOf(database);
  clients.set(database, known);
  return known;
}

const clients = new WeakMap<Database, Database>();

function clientOf(database: Database): Database {
  const delegates = new Map<string, object>();
  return new Proxy(database, {
    get(target, name) {
      const plain: unknown = Reflect.get(target, name);
      if (typeof name !== 'string' || typeof plain !== 'object' || plain === null || !('findUnique' in plain))
        return plain;
      const delegate = delegates.get(name) ?? delegateOf(database, name, plain as { findUnique: Find });
      delegates.set(name, delegate);
      return delegate;
    },
  });
}

function delegateOf(database: Database, name: string, plain: { findUnique: Find }): object {
  const model = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as Prisma.ModelName;
  const findUnique: Find = async (query) => {
    const found = await findInOneStatement(database, model, query);
    return found === undefined ? await plain.findUnique(query) : found;
  };
  return new Proxy(plain, {
    get: (target, key) => (key === 'findUnique' ? findUnique : Reflect.get(target, key)),
  });
}
