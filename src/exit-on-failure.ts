import { ConfigError } from './platform/config.ts';
import { DataDirectoryInUse } from './platform/embedded/data-directory.ts';
import { EmbeddedDatabaseFailed } from './platform/embedded/embedded-database.ts';
import { MigrationFailed } from './platform/migrations/migration-failed.ts';

/** Failures whose message says all that whoever started the process needs. */
const expected = [ConfigError, DataDirectoryInUse, EmbeddedDatabaseFailed, MigrationFailed];

/** Runs what a process is there for; where it cannot start, says why in one line for each cause and exits with 1. */
export async function exitOnFailure(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`Handoff cannot start.\n${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (expected.some((kind) => error instanceof kind)) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Port ${(error as { port?: number }).port} is taken by another program. Stop it, or set PORT to another port.`;
    case 'EACCES':
      return `${error.message}. Choose a PORT of 1024 or above, or a HOST of this machine.`;
    case 'ECONNREFUSED':
      return 'The database at DATABASE_URL does not answer. Start it, or correct DATABASE_URL.';
    default:
      return error.stack ?? error.message;
  }
}
