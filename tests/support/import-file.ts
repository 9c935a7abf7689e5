import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { keepEvidence } from './evidence/keep-evidence.ts';

/** A file of clients and cases for the duration of a test. @returns its path. */
export async function importFile(content: string | Uint8Array): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-import-'));
  onTestFinished(async () => await rm(directory, { recursive: true, force: true }));
  const path = join(directory, 'people.csv');
  await writeFile(path, content);
  return path;
}

/** Runs `npm run import` on a database, as an operator would, and waits for its end. */
export async function runImport(
  url: string,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['tools/import.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH, HOME, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    keepEvidence('log', text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    keepEvidence('log', text);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** What a line of a file can hold, by column. */
export type Cells = Record<string, string>;

/** A line that lacks nothing, for the organization of valley.manager; columns that are given otherwise are so. */
export function goodLine(reference: string, more: Cells = {}): Cells {
  return {
    reference,
    ...{ clientOf: '', givenName: 'Zygmunt', familyName: `Brzezinski ${reference}`, birthDate: '1980-02-29' },
    ...{ sin: '', program: 'LSI-ENS', office: 'Middleton Office', caseManager: 'valley.manager' },
    ...{ agreement: 'OFA-209543', status: '', openedOn: '2026-01-05', closedOn: '', somebodyElse: '' },
    ...more,
  };
}

/** A file of such lines. */
export function csv(lines: Cells[], { delimiter = ',', end = '\n' } = {}): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const field = (text: string) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = lines.map((line) => columns.map((column) => field(line[column] ?? '')));
  return [columns, ...rows].map((row) => row.join(delimiter) + end).join('');
}
