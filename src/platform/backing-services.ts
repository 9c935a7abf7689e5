import type { Config } from './config.ts';
import { lockDataDirectory } from './embedded/data-directory.ts';
import { startEmbeddedDatabase } from './embedded/embedded-database.ts';
import type { Inbox } from './embedded/inbox.ts';
import { startMailCatcher } from './embedded/mail-catcher.ts';

/** The services this process stands on: given by settings, or embedded ones of its own. */
export type BackingServices = {
  databaseUrl: string;
  smtpUrl: string;
  signingSecret: string;
  /** The caught mail; null where SMTP_URL is set. */
  inbox: Inbox | null;
  /** Tells other commands of this folder where the embedded services are. */
  announce(url: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts an embedded service for each setting that is not there: PostgreSQL, the mail catcher, a signing secret. With all
 * of them set, as in production, nothing is started and the data directory is not touched.
 * @throws DataDirectoryInUse, EmbeddedDatabaseFailed
 */
export async function startBackingServices(config: Config): Promise<BackingServices> {
  const { DATABASE_URL, SMTP_URL, SIGNING_SECRET } = config;
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const needed = DATABASE_URL === undefined || SMTP_URL === undefined || SIGNING_SECRET === undefined;
    const directory = needed ? await lockDataDirectory(config.DATA_DIR) : null;
    if (directory !== null) undo.push(directory.release);
    const path = directory?.path ?? config.DATA_DIR;
    const catcher = SMTP_URL === undefined ? await startMailCatcher({ directory: path }) : null;
    if (catcher !== null) undo.push(catcher.stop);
    const database = DATABASE_URL === undefined ? await startEmbeddedDatabase({ directory: path }) : null;
    if (database !== null) undo.push(database.stop);
    return {
      databaseUrl: DATABASE_URL ?? database?.url ?? '',
      smtpUrl: SMTP_URL ?? catcher?.smtpUrl ?? '',
      signingSecret: SIGNING_SECRET ?? (await directory?.secret('signing-secret')) ?? '',
      inbox: catcher?.inbox ?? null,
      async announce(url) {
        await directory?.publish({
          url,
          databaseUrl: database?.url ?? null,
          smtpUrl: catcher?.smtpUrl ?? null,
        });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
