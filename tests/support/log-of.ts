import { readFile } from 'node:fs/promises';
import { evidenceFile } from './evidence/keep-evidence.ts';

/** An entry of the log. */
export type LogEntry = { msg: string; requestId?: string; [field: string]: unknown };

/** What the log of the APIs in this process says of a request. */
export async function logOf(requestId: string): Promise<LogEntry[]> {
  const lines = (await readFile(evidenceFile('log'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LogEntry).filter((entry) => entry.requestId === requestId);
}
