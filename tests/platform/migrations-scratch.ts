import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { withDatabase } from '../support/with-database.ts';

/** Empty databases and temporary directories for one test file. Dispose it when the tests are done. */
export type Scratch = AsyncDisposable & {
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Makes a new directory with these files: path → text. */
  writeFiles(files: Record<string, string>): Promise<string>;
  /** Makes a new directory with these migrations: name → SQL. */
  writeMigrations(migrations: Record<string, string>): Promise<string>;
};

/** Makes a temporary directory; databases are made on the server of this test run. */
export async function openScratch(): Promise<Scratch> {
  const root = await mkdtemp(join(tmpdir(), 'handoff-migrations-'));
  const databases: string[] = [];
  let directories = 0;

  async function writeFiles(files: Record<string, string>): Promise<string> {
    const directory = join(root, String(++directories));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    return directory;
  }

  return {
    async createDatabase() {
      const name = `scratch_${randomBytes(6).toString('hex')}`;
      await rowsOf(inject('serverUrl'), `create database ${name}`);
      databases.push(name);
      return withDatabase(inject('serverUrl'), name);
    },
    writeFiles,
    async writeMigrations(migrations) {
      const files = Object.entries(migrations).map(([name, sql]) => [`${name}/migration.sql`, sql]);
      return await writeFiles(Object.fromEntries(files));
    },
    async [Symbol.asyncDispose]() {
      for (const name of databases) await rowsOf(inject('serverUrl'), `drop database ${name} with (force)`);
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
