import { endOnCrash } from './end-on-crash.ts';
import { exitOnFailure } from './exit-on-failure.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { readRunningServices } from './platform/embedded/data-directory.ts';
import { createLog } from './platform/log.ts';
import { serveWorkerHealth } from './serve-worker-health.ts';
import { startCore } from './start-core.ts';
import { stopOnSignal } from './stop-on-signal.ts';

await exitOnFailure(async () => {
  const config = readConfig(process.env, 'worker');
  endOnCrash(createLog(config));
  const running = readRunningServices(config.DATA_DIR);
  const databaseUrl = config.DATABASE_URL ?? running?.databaseUrl;
  const smtpUrl = config.SMTP_URL ?? running?.smtpUrl;
  if (typeof databaseUrl !== 'string' || typeof smtpUrl !== 'string') {
    throw new ConfigError('Start the API first with npm start, or set DATABASE_URL and SMTP_URL.');
  }
  const worker = await startCore(config, { databaseUrl, smtpUrl, worker: true });
  const health = await serveWorkerHealth(config, worker).catch(async (error: unknown) => {
    await worker.stop();
    throw error;
  });
  stopOnSignal(async () => {
    await health?.close();
    await worker.stop();
  });
  const where = health === null ? '' : ` Metrics are at ${health.url}/metrics.`;
  process.stdout.write(
    `Handoff worker: handling jobs.${where} Ctrl-C stops it once the jobs in hand are done.\n`,
  );
});
