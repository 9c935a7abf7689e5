import { endOnCrash } from './end-on-crash.ts';
import { exitOnFailure } from './exit-on-failure.ts';
import { readConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { startApi } from './start-api.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { welcome } from './welcome.ts';

await exitOnFailure(async () => {
  const config = readConfig(process.env);
  endOnCrash(createLog(config));
  const api = await startApi(config);
  stopOnSignal(api.stop);
  process.stdout.write(welcome(config, api.url));
});
