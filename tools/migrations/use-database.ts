import { ConfigError, readConfig } from '../../src/platform/config.ts';
import { lockDataDirectory, readRunningServices } from '../../src/platform/embedded/data-directory.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.ts';

/**
 * Does some work on the database that this environment means: that of DATABASE_URL, else that of a running `npm start`, else
 * the embedded one, which is started for the work and stopped after it. No other setting is asked for.
 * @throws ConfigError in production without DATABASE_URL, where nothing embedded starts.
 */
export async function useDatabase<Result>(work: (databaseUrl: string) => Promise<Result>): Promise<Result> {
  const { NODE_ENV, DATABASE_URL, DATA_DIR } = process.env;
  const config = readConfig({ DATABASE_URL, DATA_DIR });
  const url = config.DATABASE_URL ?? readRunningServices(config.DATA_DIR)?.databaseUrl;
  if (url) return await work(url);
  if (NODE_ENV === 'production')
    throw new ConfigError('DATABASE_URL must be set when NODE_ENV is production');

  const directory = await lockDataDirectory(config.DATA_DIR);
  try {
    const embedded = await startEmbeddedDatabase({ directory: directory.path });
    try {
      return await work(embedded.url);
    } finally {
      await embedded.stop();
    }
  } finally {
    directory.release();
  }
}
