import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One migration as it is on disk: the name of its folder and the text of its migration.sql. */
export type Migration = { name: string; sql: string };

/** Where the project keeps its migrations. */
export const migrationsDirectory = join(import.meta.dirname, '../../../prisma/migrations');

/**
 * Reads the migrations of a directory, in the order in which they are applied (their names begin with a UTC time).
 * @param directory has one folder for each migration; need not exist yet.
 * @throws when a folder has no migration.sql.
 */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names
      .toSorted()
      .map(async (name) => ({ name, sql: await readFile(join(directory, name, 'migration.sql'), 'utf8') })),
  );
}
