import { ConfigError } from './platform/config.ts';
import { DataDirectoryInUse } from './platform/embedded/data-directory.ts';
import { EmbeddedDatabaseFailed } from './platform/embedded/embedded-database.ts';
import { ServiceRoleTooMighty } from './platform/migrations/grant-service-role.ts';
import { MigrationFailed } from './platform/migrations/migration-failed.ts';

/** Failures whose message says all that whoever started the process needs. */
const expected = [
  ConfigError,
  DataDirectoryInUse,
  EmbeddedDatabaseFailed,
  MigrationFailed,
  ServiceRoleTooMighty,
];

/**
 * Says why a process cannot do what it was started for: for what can be expected one line for each cause, saying what to
 * do; for anything else the stack.
 */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (expected.some((kind) => error instanceof kind)) return error.message;
  // P3005 is Prisma's code for a database that has tables but no record of migrations.
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Port ${(error as { port?: number }).port} is taken by another program. Stop it, or set PORT to another port.`;
    case 'EACCES':
    case 'EADDRNOTAVAIL':
      return `${error.message}. Choose a PORT of 1024 or above, and a HOST of this machine.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'The database at DATABASE_URL does not answer. Start it, or correct DATABASE_URL.';
    case 'P3005':
      return error.message;
    default:
      return error.stack ?? error.message;
  }
}
