import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { errorCodes } from './error-codes.ts';

/** Of PostgreSQL: serialization failure, deadlock. Of Prisma: the same. The transaction is undone, and may succeed another time. */
const lost = new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']);

/** How often a transaction is begun before its failure is the answer. */
const tries = 3;

/** The longest pause before another try, in milliseconds, so that two that met do not meet again. */
const longestPause = 100;

type Options = Parameters<PrismaClient['$transaction']>[1];

/**
 * A client that begins a transaction again, as a whole, where PostgreSQL has undone it in favour of another. So what a transaction does
 * besides writing through it must be repeatable: it reads its clock, decides and throws, and all else follows the commit. One that asks for
 * an isolation level, which only reads for long and reports as it goes, is left alone.
 */
export function retryTransactions(database: PrismaClient): PrismaClient {
  async function runTransaction<Result>(
    run: (transaction: Prisma.TransactionClient) => Promise<Result>,
    options: Options,
  ): Promise<Result> {
    for (let left = options?.isolationLevel === undefined ? tries - 1 : 0; ; left -= 1) {
      try {
        return await database.$transaction(run, options);
      } catch (error) {
        if (left === 0 || !errorCodes(error).some((code) => lost.has(code))) throw error;
        await sleep(Math.random() * longestPause);
      }
    }
  }
  return new Proxy(database, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name);
      return (first: unknown, options?: Options) =>
        typeof first === 'function'
          ? runTransaction(first as (transaction: Prisma.TransactionClient) => Promise<unknown>, options)
          : target.$transaction(first as [], options);
    },
  });
}
