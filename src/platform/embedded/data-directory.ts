import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFileLocked, takeFileLock } from './file-lock.ts';
import { keepSecret } from './keep-secret.ts';
import { readIfThere } from './read-if-there.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** Where a running Handoff and its embedded services are to be found. What is not embedded is null. */
export type RunningServices = {
  pid: number;
  url: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
};

/** A data directory that this process alone uses until it releases it or ends. */
export type DataDirectory = {
  /** Its absolute path. */
  path: string;
  /** Tells other commands in the same folder where the running services are; readRunningServices reads it. */
  publish: (services: Omit<RunningServices, 'pid'>) => Promise<void>;
  /** A random secret (43 characters of base64url) made on first use and kept; see keepSecret. */
  secret: (name: string) => Promise<string>;
  /** Takes back what was published and lets the next one in. */
  release: () => void;
};

/** Another Handoff runs on the data directory. The message is one line: what runs and what to do. */
export class DataDirectoryInUse extends Error {
  override name = 'DataDirectoryInUse';
}

/**
 * Makes the data directory if need be and takes it for this process, so that two starts never share one database
 * directory. What a killed process left behind is taken over.
 * @param directory its path, usually `.data`.
 * @throws DataDirectoryInUse when another process has it.
 */
export async function lockDataDirectory(directory: string): Promise<DataDirectory> {
  const path = resolve(directory);
  mkdirSync(path, { recursive: true });
  // Long enough for a look by readRunningServices to pass, short enough to be an answer at once.
  const lock = takeFileLock(lockFile(path), { waitMs: 300 });
  if (lock === null) throw new DataDirectoryInUse(describeHolder(directory, path));
  rmSync(runFile(path), { force: true });
  writeFileSync(pidFile(path), String(process.pid));
  let held = true;
  return {
    path,
    publish: (services) =>
      writeFileDurably(runFile(path), `${JSON.stringify({ pid: process.pid, ...services }, null, 2)}\n`),
    secret: (name) => keepSecret(path, name),
    release: () => {
      if (!held) return;
      held = false;
      rmSync(runFile(path), { force: true });
      rmSync(pidFile(path), { force: true });
      lock.release();
    },
  };
}

/**
 * Finds the Handoff that runs on a data directory, for commands that use its embedded services.
 * @param directory its path, usually `.data`; it need not exist.
 * @returns where its services are, or null when none runs or it is not up yet.
 */
export function readRunningServices(directory: string): RunningServices | null {
  const path = resolve(directory);
  if (!isFileLocked(lockFile(path))) return null;
  const text = readIfThere(runFile(path));
  return text === null ? null : (JSON.parse(text) as RunningServices);
}

function describeHolder(directory: string, path: string): string {
  const pid = readIfThere(pidFile(path));
  const url = readRunningServices(path)?.url;
  const details = [pid === null ? null : `process ${pid}`, url].filter(Boolean).join(', ');
  return (
    `Handoff already runs on the data directory ${directory}${details === '' ? '' : ` (${details})`}: ` +
    'stop it first, or set DATA_DIR to another directory.'
  );
}

const lockFile = (path: string) => join(path, 'lock');
const pidFile = (path: string) => join(path, 'pid');
const runFile = (path: string) => join(path, 'run.json');
