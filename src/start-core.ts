import { sendCorrespondence } from './domain/correspondence/queue-correspondence.ts';
import { lateReferrals } from './domain/referrals/late-referrals.ts';
import { startWorker } from './jobs/start-worker.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { createLog, type Logger } from './platform/log.ts';
import { openMailer } from './platform/mailer.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import type { Platform } from './platform/platform.ts';
import { startQueue } from './platform/start-queue.ts';

/** What API and worker processes share. */
export type Core = {
  platform: Platform;
  metrics: Metrics;
  log: Logger;
  /** Waits for the jobs in hand, then closes mailer, queue and pool. */
  stop(): Promise<void>;
};

/**
 * Opens pool, queue and mailer.
 * @param options.worker whether this process handles jobs.
 * @param options.onQuery is told each SQL statement of the pool, without parameters; see openDatabase.
 */
export async function startCore(
  config: Config,
  options: {
    databaseUrl: string;
    smtpUrl: string;
    worker: boolean;
    onQuery?: ((sql: string) => void) | undefined;
  },
): Promise<Core> {
  const log = createLog(config);
  const database = openDatabase({
    url: options.databaseUrl,
    poolSize: config.DATABASE_POOL_SIZE,
    onQuery: options.onQuery,
  });
  const queue = await startQueue({
    url: options.databaseUrl,
    kinds: [sendCorrespondence],
    listen: options.worker,
    log,
  });
  const platform: Platform = {
    database,
    queue,
    timeZone: config.PROGRAM_TIME_ZONE,
    mailFrom: config.MAIL_FROM,
    now: () => new Date(),
  };
  const metrics = createMetrics(() => database.referral.count({ where: lateReferrals(platform.now()) }));
  const mailer = openMailer(options.smtpUrl);
  if (options.worker) await startWorker(platform, { mailer, metrics });
  return {
    platform,
    metrics,
    log,
    async stop() {
      await queue.stop();
      mailer.close();
      await database.$disconnect();
    },
  };
}
