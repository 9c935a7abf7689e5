import { appendFileSync } from 'node:fs';
import { readRunningServices } from '../../../src/platform/embedded/data-directory.ts';
import { keepDatabase } from './keep-database.ts';
import { evidenceFile, keepEvidence } from './keep-evidence.ts';

/** Keeps what a process prints, as it comes. */
export function keepOutput(text: string): void {
  appendFileSync(evidenceFile('log'), text);
}

/** Keeps the metrics of a service that runs as a process of its own and, where it has an embedded database, what that holds. */
export async function keepService(dataDirectory: string): Promise<void> {
  const running = readRunningServices(dataDirectory);
  if (running === null) return;
  const metrics = await fetch(`${running.url}/metrics`).catch(() => null);
  if (metrics !== null) keepEvidence('metrics', await metrics.text());
  if (running.databaseUrl !== null) await keepDatabase(running.databaseUrl);
}
