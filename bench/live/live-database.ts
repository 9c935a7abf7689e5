import pg from 'pg';
import { databaseName, startBenchDatabase } from '../service/bench-database.ts';

const name = 'bench_live';

/** Starts the bench's PostgreSQL with a copy of the data of so many cases, which may be written to. */
export async function startLiveDatabase({ directory, cases }: { directory: string; cases: number }): Promise<{
  databaseUrl: string;
  client: pg.Client;
  stop(): Promise<void>;
}> {
  const server = await startBenchDatabase(directory);
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${databaseName(cases)}`);
  const databaseUrl = server.urlOf(cases).replace(/[^/]+$/, name);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return {
    databaseUrl,
    client,
    async stop() {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}
