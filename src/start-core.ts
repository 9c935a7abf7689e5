import { sealingLag } from './domain/audit/sealing-lag.ts';
import { mailFigures } from './domain/referrals/mail-figures.ts';
import { jobKinds } from './jobs/job-kinds.ts';
import { startWorker } from './jobs/start-worker.ts';
import { addAuditMetrics } from './platform/audit-metrics.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { dkimKey } from './platform/dkim-key.ts';
import { sendToRedis } from './platform/live/redis-wake-ups.ts';
import { wakeAfterCommit } from './platform/live/wake-after-commit.ts';
import { createLog, type Logger } from './platform/log.ts';
import { openMailer } from './platform/mailer.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import type { Platform } from './platform/platform.ts';
import { addServiceLevelMetrics } from './platform/service-level-metrics.ts';
import { startQueue } from './platform/start-queue.ts';
import { openStorage } from './platform/storage/open-storage.ts';

/** What API and worker processes share. */
export type Core = {
  platform: Platform;
  metrics: Metrics;
  log: Logger;
  /** Waits for the jobs in hand, then closes queue, mailer, storage and pool. */
  stop(): Promise<void>;
};

/**
 * Opens storage, pool, queue and mailer.
 * @param options.worker whether this process handles jobs.
 * @param options.onQuery is told each SQL statement of the pool, without parameters; see openDatabase.
 * @param options.logTo a file for the log, instead of standard error.
 */
export async function startCore(
  config: Config,
  options: {
    databaseUrl: string;
    smtpUrl: string;
    worker: boolean;
    onQuery?: ((sql: string) => void) | undefined;
    logTo?: string | undefined;
  },
): Promise<Core> {
  const log = createLog(config, options.logTo);
  const storage = await openStorage(config);
  const pool = openDatabase({
    url: options.databaseUrl,
    poolSize: config.DATABASE_POOL_SIZE,
    onQuery: options.onQuery,
  });
  const redis = config.REDIS_URL === undefined ? null : sendToRedis({ url: config.REDIS_URL, log });
  const database = redis === null ? pool : wakeAfterCommit(pool, redis.wake);
  const queue = await startQueue({
    url: options.databaseUrl,
    kinds: jobKinds,
    listen: options.worker,
    log,
  });
  const platform: Platform = {
    database,
    queue,
    storage,
    timeZone: config.PROGRAM_TIME_ZONE,
    mailFrom: config.MAIL_FROM,
    now: () => new Date(),
  };
  const metrics = createMetrics();
  addServiceLevelMetrics(metrics.registry, () => mailFigures(database, platform.now()));
  addAuditMetrics(metrics.registry, () => sealingLag(database));
  const mailer = openMailer(options.smtpUrl, {
    dkim: dkimKey(config),
    requireTls: config.SMTP_REQUIRE_TLS ?? config.NODE_ENV === 'production',
  });
  if (options.worker) await startWorker(platform, { mailer, metrics });
  return {
    platform,
    metrics,
    log,
    async stop() {
      await queue.stop();
      mailer.close();
      storage.close();
      redis?.stop();
      await database.$disconnect();
    },
  };
}
