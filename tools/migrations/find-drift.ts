import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { applyMigrations } from '../../src/platform/migrations/apply-migrations.ts';
import { openSchemaEngine } from '../../src/platform/migrations/schema-engine.ts';
import { compareCatalogues } from './compare-catalogues.ts';
import { type CatalogueItem, readCatalogue } from './read-catalogue.ts';
import { schemaChange } from './schema-change.ts';

/**
 * Looks for differences between what the migrations make and what the Prisma schema says, by building a database from each.
 * @param options.serverUrl a PostgreSQL on which databases can be made; those it makes are dropped again.
 * @returns a line for each difference, none when there is no drift.
 * @throws MigrationFailed when the migrations cannot be applied to an empty database.
 */
export async function findDrift(options: {
  serverUrl: string;
  schemaPath: string;
  directory: string;
}): Promise<string[]> {
  await using migrated = await createDatabase(options.serverUrl);
  await using described = await createDatabase(options.serverUrl);
  await using engine = await openSchemaEngine(described.url);

  await applyMigrations(migrated.url, options.directory);
  const sql = await engine.diff(null, await readFile(options.schemaPath, 'utf8'));
  const lines = compareCatalogues(
    await inDatabase(migrated.url, readCatalogue),
    await describe(described.url, sql ?? '', await inDatabase(migrated.url, readExtensions)),
  );
  const forgotten = await schemaChange(engine, options);
  return forgotten === null
    ? lines
    : ['prisma/schema.prisma has changed since the last migration: npm run migrate:new -- <name>', ...lines];
}

/** Builds the database that the schema describes. Only migrations can make extensions, but indexes in the schema may need them. */
async function describe(url: string, sql: string, extensions: string[]): Promise<CatalogueItem[]> {
  return await inDatabase(url, async (client) => {
    for (const name of extensions)
      await client.query(`create extension if not exists ${client.escapeIdentifier(name)}`);
    await client.query(sql);
    return await readCatalogue(client);
  });
}

async function readExtensions(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select extname as name from pg_extension order by oid',
  );
  return rows.map(({ name }) => name);
}

async function createDatabase(serverUrl: string): Promise<AsyncDisposable & { url: string }> {
  const name = `drift_${randomUUID().replaceAll('-', '')}`;
  await inDatabase(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await inDatabase(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function inDatabase<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
