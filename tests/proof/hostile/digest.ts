import type { Database } from '../../../src/platform/database.ts';

/**
 * What stands beside the data and may grow at any request: the record of who asked and was refused, and of who asked how
 * often. That something was done is no part of that.
 */
const besides = [
  'AuditEvent',
  'UnsealedAuditEvent',
  'AuditSeal',
  'RecordedSignIn',
  'RateCount',
  '_prisma_migrations',
];

/** Made when somebody first looks at a letter, and by nothing that is refused. */
const rendered = `- 'pdf' - 'sha256' - 'renderedAt'`;

/** By table, how many rows it has and a digest of them. */
export type Digest = Record<string, string>;

/**
 * Tells whether anything was written: a digest of every row of every table, of the waiting jobs, and of the audit events that
 * say that something was done.
 * @returns reads it at the present moment.
 */
export async function digestOf(database: Database): Promise<() => Promise<Digest>> {
  const tables = await database.$queryRaw<{ tablename: string }[]>`
    SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const names = tables.map(({ tablename }) => tablename).filter((name) => !besides.includes(name));
  const done = `(SELECT * FROM "AuditEvent" WHERE outcome = 'DONE')`;
  const statement = [...names.map((name) => `"${name}"`), 'pgboss.job', done]
    .map(
      (table) =>
        `SELECT '${table.replaceAll("'", '')}' AS table, count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) ${rendered})::text, 0)::numeric), 0) AS digest FROM ${table} t`,
    )
    .join(' UNION ALL ');
  return async () => {
    const rows = await database.$queryRawUnsafe<{ table: string; digest: string }[]>(statement);
    return Object.fromEntries(rows.map(({ table, digest }) => [table, digest]));
  };
}

/** The tables that are not as they were. */
export function changedTables(before: Digest, after: Digest): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
