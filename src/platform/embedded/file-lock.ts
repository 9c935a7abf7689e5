import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

// A connection that nobody refers to any more is closed by the garbage collector, and its lock with it.
const held = new Set<DatabaseSync>();

/** A lock that this process holds. The kernel releases it when the process ends, however it ends. */
export type FileLock = { release: () => void };

/**
 * Takes the lock that the file stands for, or gives up. The file is made if need be and stays afterwards: removing it
 * would let two processes hold a lock each. SQLite is used for its locking alone, since Node has no file locks of its
 * own and a file that merely exists says nothing after a kill -9.
 * @param path the file; nothing else may open it, since closing it anywhere in the process gives the lock up.
 * @param options.waitMs how long to wait for a holder to let go, in milliseconds; the process is blocked meanwhile.
 * @returns the lock, or null when another process (or another part of this one) holds it.
 */
export function takeFileLock(path: string, options: { waitMs: number }): FileLock | null {
  const file = new DatabaseSync(path, { timeout: options.waitMs });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    held.add(file);
    return {
      release: () => {
        if (held.delete(file)) file.close();
      },
    };
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/**
 * Tells whether some process holds the lock now.
 * @param path the file given to takeFileLock; it need not exist.
 */
export function isFileLocked(path: string): boolean {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    file.exec('SELECT 1 FROM sqlite_schema');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    file?.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
