import { parseArgs } from 'node:util';
import pg from 'pg';
import { casesSearch } from '../peers/floor/statements/cases-search.ts';
import { homepageTasks } from '../peers/floor/statements/homepage-tasks.ts';
import { startBenchDatabase } from '../service/bench-database.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, dir: { type: 'string', default: '.data' } },
});
const server = await startBenchDatabase(values.dir);
const client = new pg.Client(server.urlOf(Number(values.cases)));
await client.connect();
for (const [statement, ...given] of [
  [casesSearch.sql, 'bench.manager.2', 25, 'mac'],
  [homepageTasks.sql, 'bench.manager.2', 25],
]) {
  for (let time = 0; time < 2; time++) {
    const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) ${statement}`, given);
    if (time === 1) console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
}
await client.end();
await server.stop();
