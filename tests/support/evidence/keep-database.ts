import pg from 'pg';
import { liveChannel } from '../../../src/platform/live/live-event.ts';
import { keepEvidence } from './keep-evidence.ts';

/** The tables that are there to hold what is known of clients. Every other table, of pg-boss and of new ones too, is evidence. */
const holders = [
  'Person',
  'NameWord',
  'PersonNameWord',
  'Case',
  'CaseStatusChange',
  'Referral',
  'ReferralNote',
  'ReferralDocument',
  'ReferralAccess',
  'Letter',
  'Correspondence',
  'CorrespondenceAttempt',
  'CaseTransfer',
  'CaseloadTransfer',
];

/** What NOTIFY is used for: the live feed, and pg-boss with a name of its own making. */
const listen = `DO $$ BEGIN
  EXECUTE 'LISTEN ${liveChannel}';
  EXECUTE format('LISTEN %I', 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24));
END $$`;

/**
 * Listens to every NOTIFY of a database for as long as it is there.
 * @returns keeps its clients and its other tables too, and lets go; a database that is away by then is left alone.
 */
export async function watchDatabase(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  // Tests break connections, and restart the server.
  client.on('error', () => undefined);
  client.on('notification', ({ channel, payload }) => keepEvidence('notify', `${channel} ${payload ?? ''}`));
  await client.connect();
  await client.query(listen);
  return async () => {
    await client.end();
    await keepDatabase(url);
  };
}

/** Keeps what a database holds at this moment: its clients, to look for, and all tables where they must not be. */
export async function keepDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; table: string }>(`
      SELECT tablename AS table, format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
    for (const { name, table } of tables) {
      if (holders.includes(table)) continue;
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ONLY ${name} t`,
      );
      if (rows.length > 0) keepEvidence('table', rows.map(({ row }) => `${table} ${row}`).join('\n'));
    }
    if (!tables.some(({ table }) => table === 'Person')) return;
    const people = await client.query<{ row: string }>(`SELECT to_jsonb(p)::text AS row FROM "Person" p`);
    if (people.rows.length > 0) keepEvidence('clients', people.rows.map(({ row }) => row).join('\n'));
  } finally {
    await client.end();
  }
}
