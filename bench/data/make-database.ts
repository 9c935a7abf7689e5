import pg from 'pg';
import { applyMigrations, openDatabase, seedTemplates } from '../handoff.ts';

/**
 * Makes a database anew, with all that migrations make and the templates of the service.
 * @param serverUrl another database of the same server.
 * @param url of the database to be made.
 */
export async function makeDatabase(serverUrl: string, name: string, url: string): Promise<void> {
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  await applyMigrations(url);
  const database = openDatabase({ url, poolSize: 1 });
  await seedTemplates(database);
  await database.$disconnect();
}
