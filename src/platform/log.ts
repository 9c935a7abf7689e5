import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/**
 * The log of this process: one JSON line for each entry, on standard error. Entries hold ids and codes only, never client data.
 */
export function createLog(config: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({ level: config.LOG_LEVEL, base: null }, pino.destination({ dest: 2, sync: true }));
}
