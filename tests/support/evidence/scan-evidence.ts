import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptClient, type Trace, tracesOf, wordsOf } from './client-traces.ts';
import { named } from './common-words.ts';

/** Something of a client where it must not be. */
export type Finding = {
  /** What of the client: name, birth date … */
  kind: string;
  /** The file of the evidence, which names what it is of and the test file that left it; and the line. */
  place: string;
  /** Beginning with some words before it. */
  excerpt: string;
};

/** What a scan found, and how much there was to look through. */
export type Scan = { findings: Finding[]; clients: number; lines: number };

/**
 * Looks for every client that a test run knew in all that it left where clients must not be ([D14], [B1]): logs, metrics,
 * jobs, audit events, live events, NOTIFY payloads, texts of errors and refusals, links.
 * @param directory what `keepEvidence` filled.
 * @param commonWords words that are also somebody else’s or the project’s own.
 */
export async function scanEvidence(directory: string, commonWords: ReadonlySet<string>): Promise<Scan> {
  const files = (await readdir(directory)).toSorted();
  const rows = new Set<string>();
  for (const file of files.filter((name) => name.startsWith('clients--'))) {
    for (const row of await linesOf(join(directory, file))) rows.add(row);
  }
  const traces = byFirstWord(
    [...rows].flatMap((row) => tracesOf(JSON.parse(row) as KeptClient, commonWords)),
  );
  const findings: Finding[] = [];
  let lines = 0;
  for (const file of files.filter((name) => !name.startsWith('clients--'))) {
    const looked = new Set<string>();
    for (const [index, line] of (await linesOf(join(directory, file))).entries()) {
      lines += 1;
      if (looked.has(line) || named.test(line)) continue;
      looked.add(line);
      for (const { kind, excerpt } of tracesIn(line, traces)) {
        findings.push({ kind, place: `${file}:${index + 1}`, excerpt });
      }
    }
  }
  return { findings, clients: rows.size, lines };
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
}

function byFirstWord(traces: Trace[]): Map<string, Trace[]> {
  const found = new Map<string, Map<string, Trace>>();
  for (const trace of traces) {
    const [first = ''] = trace.words;
    const same = found.get(first) ?? new Map<string, Trace>();
    found.set(first, same.set(trace.words.join(' '), trace));
  }
  return new Map([...found].map(([first, same]) => [first, [...same.values()]]));
}

/** What stands in a line of JSON or of a URL as another character. */
function unescaped(line: string): string {
  return line
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\+[bfnrt]/g, ' ')
    .replaceAll(/(%[0-9a-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return ' ';
      }
    });
}

function tracesIn(line: string, traces: Map<string, Trace[]>): { kind: string; excerpt: string }[] {
  const words = wordsOf(unescaped(line));
  const found = new Map<string, { kind: string; excerpt: string }>();
  for (const [place, word] of words.entries()) {
    for (const { kind, words: sought } of traces.get(word) ?? []) {
      if (sought.every((one, offset) => words[place + offset] === one)) {
        const excerpt = words.slice(Math.max(0, place - 12), place + sought.length + 2).join(' ');
        found.set(`${kind} ${sought.join(' ')}`, { kind, excerpt });
      }
    }
  }
  return [...found.values()];
}
