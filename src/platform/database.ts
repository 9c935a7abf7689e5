import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** The Prisma client on the one pool of this process. */
export type Database = PrismaClient;

/** A transaction of {@link Database}: what use cases write through. */
export type Transaction = Prisma.TransactionClient;

/** What only reads: the client or a transaction. */
export type Reader = Database | Transaction;

/**
 * Opens the connection pool.
 * @param options.url a postgres:// URL.
 * @param options.poolSize how many connections at the most.
 * @param options.onQuery is told each SQL statement with its parameters left out; used by tests that count statements.
 */
export function openDatabase(options: {
  url: string;
  poolSize: number;
  onQuery?: ((sql: string) => void) | undefined;
}): Database {
  const adapter = new PrismaPg({ connectionString: options.url, max: options.poolSize });
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  if (options.onQuery !== undefined) {
    const { onQuery } = options;
    client.$on('query', (event) => onQuery(event.query));
  }
  return client;
}
