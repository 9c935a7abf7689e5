import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { watchDatabase } from './evidence/keep-database.ts';
import { onServer } from './on-server.ts';
import { withDatabase } from './with-database.ts';

/** A database of a test file's own. */
export type TestDatabase = {
  url: string;
  database: Database;
  /** The SQL statements that {@link TestDatabase.database} has issued, in order, without parameters. */
  statements: string[];
  drop(): Promise<void>;
};

/**
 * Makes a database on the real PostgreSQL of this run.
 * @param template `sample` has the sample data, `empty` the tables alone.
 */
export async function createTestDatabase(template: 'sample' | 'empty' = 'sample'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const serverUrl = inject('serverUrl');
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = withDatabase(serverUrl, name);
  const keep = await watchDatabase(url);
  const statements: string[] = [];
  const database = openDatabase({ url, poolSize: 5, onQuery: (sql) => statements.push(sql) });
  return {
    url,
    database,
    statements,
    async drop() {
      await database.$disconnect();
      await keep();
      await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
