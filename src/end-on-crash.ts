import { describeError } from './platform/describe-error.ts';
import type { Logger } from './platform/log.ts';

/**
 * Ends the process where an error was caught by nobody, since nobody knows then what it has left undone. Node itself would print the
 * error's message, which may hold client data; the log gets its name and place.
 */
export function endOnCrash(log: Logger): void {
  process.on('uncaughtException', (error) => {
    log.fatal(describeError(error), 'unexpected error: the process ends');
    process.exit(1);
  });
}
