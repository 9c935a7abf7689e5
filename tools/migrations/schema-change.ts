import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchemaEngine } from '../../src/platform/migrations/schema-engine.ts';

/** The project's Prisma schema. */
export const schemaPath = join(import.meta.dirname, '../../prisma/schema.prisma');

/**
 * Where the schema is kept as it was when the last migration was made. The engine cannot read a database back, so this copy
 * is what the next migration starts from. As one file beside the migrations it merges, or conflicts, just as the schema does.
 */
export function migratedSchemaPath(directory: string): string {
  return join(directory, 'migrated-schema.prisma');
}

/**
 * The SQL for what has changed in the schema since the last migration was made, or null when nothing has that a database
 * would notice.
 * @param options.schemaPath the schema as it is now.
 * @param options.directory the migrations.
 * @throws with the place and the reason when the schema is not valid.
 */
export async function schemaChange(
  engine: SchemaEngine,
  options: { schemaPath: string; directory: string },
): Promise<string | null> {
  const migrated = await readFile(migratedSchemaPath(options.directory), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  return await engine.diff(migrated, await readFile(options.schemaPath, 'utf8'));
}
