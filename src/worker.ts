import { exitOnFailure } from './exit-on-failure.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { readRunningServices } from './platform/embedded/data-directory.ts';
import { startCore } from './start-core.ts';
import { stopOnSignal } from './stop-on-signal.ts';

await exitOnFailure(async () => {
  const config = readConfig(process.env, 'worker');
  const running = readRunningServices(config.DATA_DIR);
  const databaseUrl = config.DATABASE_URL ?? running?.databaseUrl;
  const smtpUrl = config.SMTP_URL ?? running?.smtpUrl;
  if (typeof databaseUrl !== 'string' || typeof smtpUrl !== 'string') {
    throw new ConfigError('Start the API first with npm start, or set DATABASE_URL and SMTP_URL.');
  }
  const worker = await startCore(config, { databaseUrl, smtpUrl, worker: true });
  stopOnSignal(worker.stop);
  process.stdout.write('Handoff worker: handling jobs. Ctrl-C stops it once the jobs in hand are done.\n');
});
