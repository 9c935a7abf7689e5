import type { Database, Transaction } from '../database.ts';

/** The open transactions of databases that wake up by themselves, and whether they have events. */
const openTransactions = new WeakMap<Transaction, { hasEvents: boolean }>();

/**
 * A database that calls `wake` after each commit of a transaction that has published events, in place of PostgreSQL's
 * NOTIFY. A process that dies between the two wakes nobody; the events are found by the next look.
 */
export function wakeAfterCommit(database: Database, wake: () => void): Database {
  async function runTransaction<Result>(
    run: (transaction: Transaction) => Promise<Result>,
    options?: Parameters<Database['$transaction']>[1],
  ): Promise<Result> {
    const state = { hasEvents: false };
    const result = await database.$transaction(async (transaction) => {
      openTransactions.set(transaction, state);
      return await run(transaction);
    }, options);
    if (state.hasEvents) wake();
    return result;
  }
  return new Proxy(database, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name);
      return (first: unknown, options?: Parameters<Database['$transaction']>[1]) =>
        typeof first === 'function'
          ? runTransaction(first as (transaction: Transaction) => Promise<unknown>, options)
          : target.$transaction(first as [], options);
    },
  });
}

/** Notes that this transaction has events; false where no {@link wakeAfterCommit} waits for them, and NOTIFY has to wake. */
export function wakesAfterCommit(transaction: Transaction): boolean {
  const state = openTransactions.get(transaction);
  if (state !== undefined) state.hasEvents = true;
  return state !== undefined;
}
