import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { nameStatements } from './name-statements.ts';
import { retryTransactions } from './retry-transactions.ts';

/** The Prisma client on the one pool of this process. */
export type Database = PrismaClient;

/** A transaction of {@link Database}: what use cases write through. */
export type Transaction = Prisma.TransactionClient;

/** What only reads: the client or a transaction. */
export type Reader = Database | Transaction;

/**
 * So that no statement, no wait for a lock and no forgotten transaction holds a connection for long, and nobody waits for one for ever; in
 * milliseconds.
 */
export const patience = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/** How long a transaction may wait for a connection, and how long it may take; in milliseconds. */
const transactionOptions = { maxWait: 5_000, timeout: 10_000 };

/**
 * Opens the connection pool. A transaction that PostgreSQL undoes in favour of another is begun again; see retryTransactions.
 * @param options.url a postgres:// URL.
 * @param options.poolSize how many connections at the most.
 * @param options.onQuery is told each SQL statement with its parameters left out; used by tests that count statements.
 */
export function openDatabase(options: {
  url: string;
  poolSize: number;
  onQuery?: ((sql: string) => void) | undefined;
}): Database {
  const adapter = new PrismaPg(
    { connectionString: options.url, max: options.poolSize, ...patience },
    { statementNameGenerator: nameStatements() },
  );
  const client = new PrismaClient({ adapter, transactionOptions, log: [{ emit: 'event', level: 'query' }] });
  if (options.onQuery !== undefined) {
    const { onQuery } = options;
    client.$on('query', (event) => onQuery(event.query));
  }
  return retryTransactions(client);
}
