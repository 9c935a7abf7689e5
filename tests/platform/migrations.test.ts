import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyMigrations } from '../../src/platform/migrations/apply-migrations.ts';
import { MigrationFailed } from '../../src/platform/migrations/migration-failed.ts';
import { openSchemaEngine } from '../../src/platform/migrations/schema-engine.ts';
import { openScratch, rowsOf, type Scratch } from './migrations-scratch.ts';

const first = '20250101000000_first';
const second = '20250102000000_second';
const third = '20250103000000_third';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await openScratch();
});
afterAll(() => scratch[Symbol.asyncDispose]());

describe('applying migrations', () => {
  it('applies them in order and records them as the Prisma CLI does', async () => {
    const url = await scratch.createDatabase();
    const sql: Record<string, string> = {
      [second]: 'alter table a add b int',
      [first]: 'create table a (id int)',
    };

    expect(await applyMigrations(url, await scratch.writeMigrations(sql))).toEqual([first, second]);
    const records = await rowsOf(url, 'select * from _prisma_migrations order by started_at');
    expect(records).toEqual(
      [first, second].map((name) => ({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        migration_name: name,
        checksum: createHash('sha256')
          .update(sql[name] ?? '')
          .digest('hex'),
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        rolled_back_at: null,
        logs: null,
        applied_steps_count: 1,
      })),
    );
  });

  it('does nothing when all is in place, and then waits for nobody', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({ [first]: 'create table a (id int)' });
    await applyMigrations(url, directory);

    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query(`select pg_advisory_lock(hashtextextended('handoff: apply migrations', 0))`);
    expect(await applyMigrations(url, directory)).toEqual([]);
    await other.end();
  });

  it('applies each once when several processes start together, also where one builds an index concurrently', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({
      [first]: 'create table a (id int); select pg_sleep(0.2)',
      [second]: 'create index concurrently on a (id)',
    });

    const applied = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(url, directory)));
    expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], [], [], [first, second]]);
    expect(await rowsOf(url, 'select migration_name from _prisma_migrations')).toHaveLength(2);
  });

  it('takes extensions, function bodies and triggers', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({
      [first]: `create extension pg_trgm;
        create table a (id int, note text default 'x;y');
        create function stamp() returns trigger language plpgsql as $$
        begin
          new.note := 'seen; ' || similarity('a', 'a'); -- a ; in a comment
          return new;
        end $$;
        create trigger stamp before insert on a for each row execute function stamp();`,
    });

    await applyMigrations(url, directory);
    expect(await rowsOf(url, 'insert into a values (1) returning note')).toEqual([{ note: 'seen; 1' }]);
  });

  it('leaves alone what only a later version knows, so that this one can start beside it', async () => {
    const url = await scratch.createDatabase();
    const migrations = { [first]: 'create table a (id int)' };
    await applyMigrations(url, await scratch.writeMigrations({ ...migrations, [second]: 'select 1' }));
    expect(await applyMigrations(url, await scratch.writeMigrations(migrations))).toEqual([]);
  });

  it('takes a checkout with Windows line ends for the same', async () => {
    const url = await scratch.createDatabase();
    await applyMigrations(url, await scratch.writeMigrations({ [first]: 'create table a (\n id int\n)' }));
    const windows = await scratch.writeMigrations({ [first]: 'create table a (\r\n id int\r\n)' });
    expect(await applyMigrations(url, windows)).toEqual([]);
  });

  it('does not keep the process from ending', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({ [first]: 'create table a (id int)' });
    const module = join(import.meta.dirname, '../../src/platform/migrations/apply-migrations.ts');
    const script = `(await import(${JSON.stringify(module)})).applyMigrations(...process.argv.slice(1))`;
    const child = promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script, url, directory],
      { timeout: 8_000 },
    );
    await expect(child).resolves.toBeDefined();
    expect(await rowsOf(url, 'select migration_name from _prisma_migrations')).toHaveLength(1);
  });
});

describe('a migration that cannot be applied', () => {
  it('is named with the reason, leaves nothing behind and lets none after it through', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({
      [first]: 'create table a (id int)',
      [second]: 'create table b (id int);\n\nalter table a\n  add check (missing > 0)',
      [third]: 'create table c (id int)',
    });

    const failure = await failureOf(applyMigrations(url, directory));
    expect(failure).toMatchObject({
      migration: second,
      message: expect.stringContaining(`-- --rolled-back ${second}`),
    });
    expect(failure.message).toContain('failed: column "missing" does not exist (SQLSTATE 42703');
    const tables = await rowsOf(
      url,
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    );
    expect(tables.map(({ tablename }) => tablename)).toEqual(['_prisma_migrations', 'a']);
  });

  it('names the line where PostgreSQL gives the place', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({ [first]: 'create table a (id int);\n\nselekt 1;' });
    expect((await failureOf(applyMigrations(url, directory))).message).toContain('SQLSTATE 42601, line 3');
  });

  it('stays failed until it is marked as rolled back, and is then applied as corrected', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({ [first]: 'select missing' });
    await failureOf(applyMigrations(url, directory));
    await writeFile(join(directory, first, 'migration.sql'), 'create table a (id int)');

    const failure = await failureOf(applyMigrations(url, directory));
    expect(failure).toMatchObject({ migration: first, message: expect.stringContaining('failed earlier') });
    {
      await using engine = await openSchemaEngine(url);
      await engine.markRolledBack(first);
    }
    expect(await applyMigrations(url, directory)).toEqual([first]);
  });

  it('does not quote rows, neither in the error nor in the record', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({
      [first]: `create table a (sin text); insert into a values ('046 454 286')`,
      [second]: 'alter table a alter sin type int using sin::int',
    });

    const failure = await failureOf(applyMigrations(url, directory));
    expect(failure.message).toContain('some existing data does not fit (SQLSTATE 22P02)');
    const logs = await rowsOf(url, 'select string_agg(logs, $$$$) as logs from _prisma_migrations');
    expect(`${failure.stack} ${JSON.stringify(failure.cause)} ${JSON.stringify(logs)}`).not.toContain('046');
  });

  it('is one that was edited after it had been applied', async () => {
    const url = await scratch.createDatabase();
    const directory = await scratch.writeMigrations({ [first]: 'create table a (id int)' });
    await applyMigrations(url, directory);
    await writeFile(join(directory, first, 'migration.sql'), 'create table a (id bigint)');

    const failure = await failureOf(applyMigrations(url, directory));
    expect(failure).toMatchObject({ migration: first, message: expect.stringContaining('was edited after') });
  });
});

async function failureOf(work: Promise<unknown>): Promise<MigrationFailed> {
  const failure = await work.catch((error: unknown) => error);
  if (failure instanceof MigrationFailed) return failure;
  throw new Error('expected MigrationFailed', { cause: failure });
}
