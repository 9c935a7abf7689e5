import { parseArgs } from 'node:util';
import { applyMigrations } from '../src/platform/migrations/apply-migrations.ts';
import { openSchemaEngine } from '../src/platform/migrations/schema-engine.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run migrate [-- --rolled-back <migration>]
// Applies the pending migrations; with --rolled-back, first makes one that failed pending again.

async function migrate(databaseUrl: string, rolledBack: string | undefined): Promise<void> {
  if (rolledBack !== undefined) {
    await using engine = await openSchemaEngine(databaseUrl);
    await engine.markRolledBack(rolledBack);
    console.log(`Pending again: ${rolledBack}`);
  }
  const applied = await applyMigrations(databaseUrl);
  for (const name of applied) console.log(`Applied ${name}`);
  console.log(
    applied.length === 0 ? 'Nothing to apply, the database is up to date.' : 'The database is up to date.',
  );
}

try {
  const { values } = parseArgs({ options: { 'rolled-back': { type: 'string' } } });
  await useDatabase((url) => migrate(url, values['rolled-back']));
} catch (error) {
  endWithMessage(error);
}
