import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column can be given: null for none. */
export type Value = string | number | boolean | null;

/** A table's rows, made one after the other. */
export type Rows = {
  table: string;
  columns: readonly string[];
  /** How many there will be, roughly, for the progress bar. */
  expected: number;
  rows(): Iterable<readonly Value[]>;
};

const rowsAChunk = 2_000;

/** Writes rows by COPY. @param told gets how many more were written. @returns how many there were. */
export async function copyRows(
  client: Client,
  { table, columns, rows }: Rows,
  told: (count: number) => void,
): Promise<number> {
  let written = 0;
  function* chunks(): Generator<string> {
    let lines: string[] = [];
    for (const row of rows()) {
      lines.push(row.map(written1).join('\t'));
      if (lines.length < rowsAChunk) continue;
      yield `${lines.join('\n')}\n`;
      written += lines.length;
      told(lines.length);
      lines = [];
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
    written += lines.length;
    told(lines.length);
  }
  const names = columns.map((column) => `"${column}"`).join(', ');
  await pipeline(Readable.from(chunks()), client.query(from(`COPY "${table}" (${names}) FROM STDIN`)));
  return written;
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written1(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return value === true ? 't' : value === false ? 'f' : String(value);
  return value.replaceAll(/[\\\t\n\r]/g, (found) => special[found] ?? found);
}
