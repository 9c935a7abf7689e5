import { parseArgs } from 'node:util';
import { readConfig } from '../src/platform/config.ts';
import { openSchemaEngine } from '../src/platform/migrations/schema-engine.ts';
import { prepareDatabase } from '../src/prepare-database.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run migrate [-- --rolled-back <migration>]
// Applies the pending migrations, as the role of MIGRATIONS_DATABASE_URL where that is set, and then gives the role of
// DATABASE_URL what the service needs; with --rolled-back, first makes one that failed pending again.

async function migrate(databaseUrl: string, rolledBack: string | undefined): Promise<void> {
  const { DATABASE_URL, MIGRATIONS_DATABASE_URL } = process.env;
  const { MIGRATIONS_DATABASE_URL: owner } = readConfig({ DATABASE_URL, MIGRATIONS_DATABASE_URL });
  if (rolledBack !== undefined) {
    await using engine = await openSchemaEngine(owner ?? databaseUrl);
    await engine.markRolledBack(rolledBack);
    console.log(`Pending again: ${rolledBack}`);
  }
  const applied = await prepareDatabase({ service: databaseUrl, owner });
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
