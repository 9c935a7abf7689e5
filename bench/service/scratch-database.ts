import pg from 'pg';
import { type BenchDatabase, databaseName } from './bench-database.ts';

const name = 'bench_scratch';

/**
 * Does something that writes on a copy of the database with so many cases, which is gone afterwards: what is measured later is measured on
 * the same data.
 * @param work is given where to connect to the copy; it lets go of it before it ends.
 */
export async function onScratchDatabase<Result>(
  server: BenchDatabase,
  cases: number,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client(server.url);
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${databaseName(cases)} STRATEGY FILE_COPY`);
    return await work(server.url.replace(/\/handoff$/, `/${name}`));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}
