import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A row that the test has locked, so that whoever wants to change it waits. */
export type RowHold = {
  /** Resolves once somebody waits for it. */
  waitedFor(): Promise<void>;
  /** Ends the sessions that wait for it: those of a killed process are there until they would answer. */
  endWaiting(): Promise<void>;
  letGo(): Promise<void>;
};

const waiting = 'FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))';

/** Locks the row that a `SELECT … FOR UPDATE` finds by its id. */
export async function holdRow(url: string, select: string, id: string): Promise<RowHold> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  const { rowCount } = await client.query(select, [id]);
  if (rowCount !== 1) throw new Error('there is no such row to hold');
  return {
    async waitedFor() {
      while ((await client.query(`SELECT ${waiting}`)).rowCount === 0) await sleep(20);
    },
    async endWaiting() {
      await client.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
    },
    async letGo() {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
