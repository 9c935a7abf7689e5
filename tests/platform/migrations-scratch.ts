import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.ts';

/** A PostgreSQL and a directory for one test file. Dispose it when the tests are done. */
export type Scratch = AsyncDisposable & {
  /** The URL of PostgreSQL, for making databases. */
  serverUrl: string;
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Makes a new directory with these files: path → text. */
  writeFiles(files: Record<string, string>): Promise<string>;
  /** Makes a new directory with these migrations: name → SQL. */
  writeMigrations(migrations: Record<string, string>): Promise<string>;
};

/** Starts PostgreSQL and makes a temporary directory. */
export async function openScratch(): Promise<Scratch> {
  const root = await mkdtemp(join(tmpdir(), 'handoff-migrations-'));
  const server = await startEmbeddedDatabase({ directory: root, durable: false });
  let count = 0;

  async function writeFiles(files: Record<string, string>): Promise<string> {
    const directory = join(root, `files-${++count}`);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    return directory;
  }

  return {
    serverUrl: server.url,
    async createDatabase() {
      const url = new URL(server.url);
      url.pathname = `/scratch_${++count}`;
      await rowsOf(server.url, `create database scratch_${count}`);
      return url.href;
    },
    writeFiles,
    async writeMigrations(migrations) {
      const files = Object.entries(migrations).map(([name, sql]) => [`${name}/migration.sql`, sql]);
      return await writeFiles(Object.fromEntries(files));
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Runs a statement on a connection of its own and returns its rows. */
export async function rowsOf(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
