import type { Database } from '../../src/platform/database.ts';

/** Every row of every table, by table; the jobs that wait in the queue too. */
export type Snapshot = Record<string, string[]>;

/** Reads all tables, to see that nothing has changed. */
export async function snapshot(database: Database): Promise<Snapshot> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' OR (schemaname = 'pgboss' AND tablename = 'job') ORDER BY 1`;
  const taken: Snapshot = {};
  for (const { name } of tables) {
    const rows = await database.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`,
    );
    taken[name] = rows.map(({ row }) => row);
  }
  return taken;
}
