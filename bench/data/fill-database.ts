import { SingleBar } from 'cli-progress';
import type { Client } from 'pg';
import { completeRows, withoutTriggers } from './complete-rows.ts';
import { copyRows, type Rows } from './copy.ts';
import { organizationTables } from './rows/organizations.ts';
import { peopleAndCases } from './rows/people-and-cases.ts';
import { referralTables, type Templates } from './rows/referrals.ts';
import { taskTables } from './rows/tasks.ts';
import { planWorld } from './world.ts';

/**
 * Fills a fresh database, the same way each time but for the days, which are counted from today. Triggers are off meanwhile, for this
 * connection alone; what they would have written is written at the end.
 */
export async function fillDatabase(client: Client, cases: number): Promise<void> {
  const tables = await tablesOf(client, cases);
  const bar = new SingleBar({
    format: '{bar} {percentage}% of rows | {table} | {eta_formatted} left',
    fps: 2,
    // A line now and then where there is no terminal.
    noTTYOutput: !process.stdout.isTTY,
    notTTYSchedule: 10_000,
  });
  await withoutTriggers(client);
  await client.query('SET synchronous_commit = off');
  bar.start(Math.round(tables.reduce((sum, { expected }) => sum + expected, 0)), 0, { table: '' });
  for (const rows of tables)
    await copyRows(client, rows, (count) => bar.increment(count, { table: rows.table }));
  bar.stop();
  await completeRows(client);
  await client.query('VACUUM ANALYZE');
}

/** What is written into a database with so many cases, table by table. */
export async function tablesOf(client: Client, cases: number): Promise<Rows[]> {
  const world = planWorld(cases, new Date(new Date().toISOString().slice(0, 10)));
  return [
    ...organizationTables(world),
    ...peopleAndCases(world),
    ...referralTables(world, await findTemplates(client)),
    ...taskTables(world),
  ];
}

async function findTemplates(client: Client): Promise<Templates> {
  const { rows } = await client.query(`
    SELECT template."referralType" AS type, template.id, version.id AS "versionId"
      FROM "CorrespondenceTemplate" AS template
      JOIN "CorrespondenceTemplateVersion" AS version ON version."templateId" = template.id
     ORDER BY version.number`);
  return Object.fromEntries(rows.map(({ type, id, versionId }) => [type, { id, versionId }])) as Templates;
}
