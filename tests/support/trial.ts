import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Tries out what plain SQL can do to a database, and undoes each attempt at once. */
export type Trial = {
  /**
   * Runs statements up to where a transaction would commit.
   * @returns `accepted`, or the constraint or the message that refused.
   */
  attempt(sql: string): Promise<string>;
  rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
};

/** Opens a connection for attempts. */
export async function openTrial(url: string): Promise<Trial> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async attempt(sql) {
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query('SET CONSTRAINTS ALL IMMEDIATE');
        return 'accepted';
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        return error.constraint ?? error.message;
      } finally {
        await client.query('ROLLBACK');
      }
    },
    async rows<Row extends pg.QueryResultRow>(sql: string) {
      return (await client.query<Row>(sql)).rows;
    },
    async stop() {
      await client.end();
    },
  };
}

/**
 * A statement that inserts a copy of a row, under a new id.
 * @param changes what the copy has instead; `computed` the same, as SQL expressions.
 */
export function copyOf(
  table: string,
  id: string,
  changes: Record<string, unknown>,
  computed: Record<string, string> = {},
): string {
  const changed = JSON.stringify({ id: randomUUID(), ...changes }).replaceAll("'", "''");
  const expressions = Object.entries(computed).map(([column, sql]) => `'${column}', ${sql}`);
  return `INSERT INTO "${table}"
    SELECT (jsonb_populate_record(t, '${changed}'::jsonb || jsonb_build_object(${expressions}))).*
      FROM "${table}" t WHERE id = '${id}'`;
}
