import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseName, startBenchDatabase } from '../service/bench-database.ts';
import { fillDatabase } from './fill-database.ts';
import { makeDatabase } from './make-database.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, dir: { type: 'string', default: '.data' } },
});
const cases = Number(values.cases);
const server = await startBenchDatabase(values.dir);
try {
  const url = server.urlOf(cases);
  await makeDatabase(server.url, databaseName(cases), url);
  const client = new pg.Client(url);
  await client.connect();
  await fillDatabase(client, cases);
  await client.end();
} finally {
  await server.stop();
}
