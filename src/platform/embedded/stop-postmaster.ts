import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfThere } from './read-if-there.ts';

const STOP_WITHIN_MS = 30_000;

/**
 * Stops the PostgreSQL that runs on a directory, in order (a fast shutdown), and waits until it is gone; does nothing
 * when none runs. A `postmaster.pid` whose process number has meanwhile gone to a program other than PostgreSQL is
 * removed, since PostgreSQL would otherwise refuse to start.
 * @param dataDirectory the real, absolute path that PostgreSQL was started with.
 * @throws Error with one clear line when it does not end within 30 seconds, or when a PostgreSQL with another directory
 * on its command line has that number, which is not ours to stop.
 */
export async function stopPostmaster(dataDirectory: string): Promise<void> {
  const pidFile = join(dataDirectory, 'postmaster.pid');
  const pid = Number.parseInt(readIfThere(pidFile) ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  const command = commandLine(pid);
  if (command === null) return;
  if (!isPostgres(command)) {
    rmSync(pidFile, { force: true });
    return;
  }
  if (!command.includes(dataDirectory)) {
    throw new Error(
      `process ${pid}, a PostgreSQL started elsewhere, seems to use ${dataDirectory}: stop it first`,
    );
  }
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (isAlive(pid) && isPostgres(commandLine(pid))) {
    if (performance.now() > deadline) {
      throw new Error(`PostgreSQL (process ${pid}) of an earlier start does not end: try kill -QUIT ${pid}`);
    }
    await pause(10);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isPostgres(command: string | null): boolean {
  return command !== null && /(^|\/)postgres -D /.test(command);
}

/** What a process was started with: empty when it has ended and waits to be reaped, null when it cannot be known. */
function commandLine(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return null;
    }
  }
}
