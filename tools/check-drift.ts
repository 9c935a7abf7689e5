import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../src/platform/embedded/embedded-database.ts';
import { migrationsDirectory } from '../src/platform/migrations/read-migrations.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { findDrift } from './migrations/find-drift.ts';
import { schemaPath } from './migrations/schema-change.ts';

// npm run check:drift
// Fails when the migrations do not make what prisma/schema.prisma says. Uses a PostgreSQL of its own.

const directory = await mkdtemp(join(tmpdir(), 'handoff-drift-'));
try {
  const server = await startEmbeddedDatabase({ directory, durable: false });
  try {
    const drift = await findDrift({ serverUrl: server.url, schemaPath, directory: migrationsDirectory });
    for (const line of drift) console.error(line);
    if (drift.length > 0) process.exitCode = 1;
    else console.log('No drift: the migrations make what prisma/schema.prisma says.');
  } finally {
    await server.stop();
  }
} catch (error) {
  endWithMessage(error);
} finally {
  await rm(directory, { recursive: true, force: true });
}
