import type { Client } from 'pg';
import type { Rows } from './copy.ts';

/** The database gives these ids anew each time it is made. */
const given = ['templateId', 'templateVersionId'];

/**
 * A checksum of what was written into each table, and of them all: the same number of cases on the same day gives the same, in whichever order
 * the rows lie.
 */
export async function checksum(
  client: Client,
  tables: readonly Pick<Rows, 'table' | 'columns'>[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { table, columns } of tables) {
    const own = columns.filter((column) => !given.includes(column)).map((column) => `"${column}"`);
    const { rows } = await client.query(
      `SELECT count(*) AS count, sum(hashtextextended(ROW(${own.join(', ')})::text, 0)::numeric) AS sum FROM "${table}"`,
    );
    lines.push(`${table}: ${rows[0].count} rows, ${rows[0].sum}`);
  }
  const { rows } = await client.query('SELECT md5($1) AS whole', [lines.join('\n')]);
  return [...lines, `all: ${rows[0].whole}`];
}
