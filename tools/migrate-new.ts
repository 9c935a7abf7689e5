import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { migrationsDirectory } from '../src/platform/migrations/read-migrations.ts';
import { openSchemaEngine } from '../src/platform/migrations/schema-engine.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { schemaPath } from './migrations/schema-change.ts';
import { useDatabase } from './migrations/use-database.ts';
import { writeMigration } from './migrations/write-migration.ts';

// npm run migrate:new -- <name> [--empty]
// Writes a migration for what has changed in prisma/schema.prisma; with --empty, one to be written by hand. The database that
// `npm run migrate` would use only tells its version here; nothing in it is read or changed.

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { empty: { type: 'boolean', default: false } },
  });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0)
    throw new Error('Usage: npm run migrate:new -- <name> [--empty]');

  await useDatabase(async (databaseUrl) => {
    await using engine = await openSchemaEngine(databaseUrl);
    const path = await writeMigration(engine, {
      name,
      empty: values.empty,
      schemaPath,
      directory: migrationsDirectory,
      now: new Date(),
    });
    console.log(
      path === null
        ? 'Nothing changed: the migrations already make what prisma/schema.prisma says. For one written by hand add --empty.'
        : `Wrote ${relative('', path)}. Read it, complete it where needed, then: npm run migrate`,
    );
  });
} catch (error) {
  endWithMessage(error);
}
