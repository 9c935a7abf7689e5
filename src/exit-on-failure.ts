import { explainFailure } from './explain-failure.ts';

/** Runs what a process is there for; where it cannot start, says why and exits with 1. */
export async function exitOnFailure(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`Handoff cannot start.\n${explainFailure(error)}\n`);
    process.exit(1);
  }
}
