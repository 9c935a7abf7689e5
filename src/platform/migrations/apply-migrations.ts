import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { MigrationFailed } from './migration-failed.ts';
import { type Migration, migrationsDirectory, readMigrations } from './read-migrations.ts';

/**
 * Brings a database up to date. Processes that start at the same time take turns, however long one needs. When everything
 * is in place already, which costs one query, the schema engine is not even loaded. Migrations that only the database knows
 * are left alone, so a process of the version before can still start while a new version is rolled out.
 * @param databaseUrl a postgres:// URL, of PostgreSQL itself or of a pooler in session mode, since a session holds the lock.
 * @param directory the migrations; the project's own unless told otherwise.
 * @returns the names of the migrations that it applied, in order.
 * @throws MigrationFailed when a migration fails, failed earlier, or was edited after it had been applied.
 */
export async function applyMigrations(
  databaseUrl: string,
  directory: string = migrationsDirectory,
): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ connectionString: databaseUrl });
  // Losing this session loses the turn; the engine's own lock and its own session, which then breaks too, see to the rest.
  client.on('error', () => {});
  await client.connect();
  try {
    if (await areInPlace(migrations, client)) return [];
    await takeTurn(client);
    if (await areInPlace(migrations, client)) return [];
    return await applyPending(migrations, databaseUrl);
  } finally {
    await client.end();
  }
}

/** Whether each migration is recorded as applied with the checksum it has now. */
async function areInPlace(migrations: Migration[], client: pg.Client): Promise<boolean> {
  const recorded = await client
    .query<{ name: string; checksum: string }>(
      `select migration_name as name, checksum from _prisma_migrations
        where finished_at is not null and rolled_back_at is null`,
    )
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === undefinedTable) return { rows: [] };
      throw error;
    });
  const checksums = new Map(recorded.rows.map(({ name, checksum }) => [name, checksum]));
  return migrations.every(
    ({ name, sql }) => checksums.get(name) === createHash('sha256').update(sql).digest('hex'),
  );
}

const undefinedTable = '42P01';

/**
 * Waits for the advisory lock that makes processes migrate one after the other; the end of the session gives it back. It asks
 * again and again because a session that waits inside pg_advisory_lock() would block a CREATE INDEX CONCURRENTLY for ever.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  const ask = `select pg_try_advisory_lock(hashtextextended('handoff: apply migrations', 0)) as mine`;
  while (!(await client.query<{ mine: boolean }>(ask)).rows[0]?.mine) await sleep(100);
}

async function applyPending(migrations: Migration[], databaseUrl: string): Promise<string[]> {
  const { openSchemaEngine } = await import('./schema-engine.ts');
  await using engine = await openSchemaEngine(databaseUrl);

  const { failed, edited } = await engine.diagnose(migrations);
  if (failed[0] !== undefined) {
    const reason = 'failed earlier (why is in the column logs of _prisma_migrations)';
    throw new MigrationFailed(failed[0], `${reason}. ${retry(failed[0])}`);
  }
  if (edited[0] !== undefined) {
    throw new MigrationFailed(
      edited[0],
      'was edited after it had been applied. Put its migration.sql back as it was and write a new migration ' +
        'for the change: npm run migrate:new -- <name>',
    );
  }

  try {
    return await engine.applyMigrations(migrations);
  } catch (error) {
    const [name] = (await engine.diagnose(migrations)).failed;
    if (name === undefined || !(error instanceof Error)) throw error;
    throw new MigrationFailed(name, `failed: ${error.message}. ${retry(name)}`, { cause: error });
  }
}

function retry(name: string): string {
  return (
    'It ran as one transaction, so unless it commits by itself the database is as it was before. ' +
    `Correct its migration.sql, then run: npm run migrate -- --rolled-back ${name}`
  );
}
