import { join } from 'node:path';

// What the bench takes from the service it measures; the one file that names where that is.
export { seedTemplates } from '../prisma/sample-data/seed-templates.ts';
export { decodeGlobalId, encodeGlobalId } from '../src/graphql/global-ids.ts';
export { openDatabase } from '../src/platform/database.ts';
export { type EmbeddedDatabase, startEmbeddedDatabase } from '../src/platform/embedded/embedded-database.ts';
export { applyMigrations } from '../src/platform/migrations/apply-migrations.ts';
export { freePort } from '../tests/support/free-port.ts';
export { type Issuer, startIssuer } from '../tests/support/issuer.ts';

/** Where the sources are of the service that is started; HANDOFF compares another copy. */
export const project = process.env.HANDOFF ?? join(import.meta.dirname, '..');
