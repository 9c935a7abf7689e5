import { describeError } from '../../platform/describe-error.ts';
import { causesOf, errorCodes } from '../../platform/error-codes.ts';
import type { Logger } from '../../platform/log.ts';
import { StorageUnavailable } from '../../platform/storage/storage-unavailable.ts';

/** What is away or too busy, so that trying again helps. */
export type Outage = 'STORAGE_UNAVAILABLE' | 'BUSY' | 'SERVICE_UNAVAILABLE';

/**
 * Of PostgreSQL: serialization, deadlock, lock not got in time, statement timeout. Of Prisma: write conflict, pool timeout, transaction not
 * begun or not ended in time.
 */
const busy = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  'P2034',
  'P2024',
  'P2028',
  'TransactionWriteConflict',
  'SocketTimeout',
]);

/** Of PostgreSQL: connection errors, disk or memory full, too many connections, shutting down. Of Prisma and the system: not reached, closed. */
const away = new Set([
  ...['08000', '08001', '08003', '08004', '08006', '53100', '53200', '53300', '57P01', '57P02', '57P03'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'],
]);

/** The outage that an error comes of; null for a bug. */
export function outageOf(error: unknown): Outage | null {
  if (causesOf(error).some((part) => part instanceof StorageUnavailable)) return 'STORAGE_UNAVAILABLE';
  const codes = errorCodes(error);
  if (codes.some((code) => away.has(code))) return 'SERVICE_UNAVAILABLE';
  return codes.some((code) => busy.has(code)) ? 'BUSY' : null;
}

/** Logs what an answer keeps to itself: the name, code and place of an error, and the outage that it comes of. */
export function logFailure(log: Logger, error: unknown, outage: Outage | null): void {
  log.error({ ...describeError(error), ...(outage !== null && { outage }) }, outage ?? 'unexpected error');
}
