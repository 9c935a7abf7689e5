import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseName, startBenchDatabase } from '../service/bench-database.ts';
import { checksum } from './checksum.ts';
import { fillDatabase, tablesOf } from './fill-database.ts';
import { makeDatabase } from './make-database.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    dir: { type: 'string', default: '.data' },
    /** Prints the checksum of the database as it is, and makes none. */
    checksum: { type: 'boolean', default: false },
  },
});
const cases = Number(values.cases);
const server = await startBenchDatabase(values.dir);
try {
  const url = server.urlOf(cases);
  if (!values.checksum) await makeDatabase(server.url, databaseName(cases), url);
  const client = new pg.Client(url);
  await client.connect();
  if (!values.checksum) await fillDatabase(client, cases);
  console.log((await checksum(client, await tablesOf(client, cases))).join('\n'));
  await client.end();
} finally {
  await server.stop();
}
