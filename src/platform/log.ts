import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { currentRequest } from './request-scope.ts';

export type { Logger };

/**
 * The log of this process: one JSON line for each entry. Entries hold ids and codes only, never client data; those of a request
 * bear its id.
 * @param to a file, instead of standard error.
 */
export function createLog(config: Pick<Config, 'LOG_LEVEL'>, to: string | 2 = 2): Logger {
  const mixin = () => {
    const request = currentRequest();
    return request === null ? {} : { requestId: request.requestId };
  };
  return pino({ level: config.LOG_LEVEL, base: null, mixin }, pino.destination({ dest: to, sync: true }));
}
