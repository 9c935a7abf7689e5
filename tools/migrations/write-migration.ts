import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readMigrations } from '../../src/platform/migrations/read-migrations.ts';
import type { SchemaEngine } from '../../src/platform/migrations/schema-engine.ts';
import { migratedSchemaPath, schemaChange } from './schema-change.ts';

/** A migration cannot be written as asked; the message says why. */
export class MigrationRefused extends Error {}

/**
 * Writes a migration for what has changed in the schema, to be read and, where needed, completed before it is applied.
 * @param options.name what the migration does, in lower-case words joined by underscores.
 * @param options.empty for a migration written by hand, of what a Prisma schema cannot say; the schema must then be unchanged.
 * @param options.now the time that goes before the name.
 * @returns the path of the new migration.sql, or null when nothing has changed and nothing was written.
 * @throws MigrationRefused
 */
export async function writeMigration(
  engine: SchemaEngine,
  options: { name: string; empty: boolean; schemaPath: string; directory: string; now: Date },
): Promise<string | null> {
  const { name, directory } = options;
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
    throw new MigrationRefused(
      'The name must be lower-case words joined by underscores, such as add_case_status',
    );
  }
  const change = await schemaChange(engine, options);
  if (options.empty && change !== null) {
    throw new MigrationRefused(
      'prisma/schema.prisma has changed. Write the migration for that first, without --empty; its SQL can be edited',
    );
  }
  const sql = options.empty ? '-- What a Prisma schema cannot say, written by hand.\n' : change;
  if (sql === null) return null;

  const path = join(directory, `${await timestamp(directory, options.now)}_${name}`, 'migration.sql');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, sql);
  // For the Prisma CLI, which wants to know what the migrations are written for.
  await writeFile(join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await copyFile(options.schemaPath, migratedSchemaPath(directory));
  return path;
}

/** The UTC time as YYYYMMDDHHMMSS, made greater than that of the last migration where it is not, since names are the order. */
async function timestamp(directory: string, now: Date): Promise<string> {
  const time = Number(now.toISOString().slice(0, 19).replaceAll(/\D/g, ''));
  const last = Number((await readMigrations(directory)).at(-1)?.name.slice(0, 14) ?? 0);
  return String(Math.max(time, last + 1));
}
