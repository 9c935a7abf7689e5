import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase, type Transaction } from '../../src/platform/database.ts';
import { errorCodes } from '../../src/platform/error-codes.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createTestDatabase('empty');
  database = openDatabase({ url: own.url, poolSize: 5 });
  await run(
    'CREATE TABLE "Row" (id int PRIMARY KEY, count int NOT NULL DEFAULT 0)',
    'INSERT INTO "Row" (id) VALUES (1), (2)',
    'CREATE SEQUENCE "tries"',
  );
});
afterAll(async () => {
  await database.$disconnect();
  await own.drop();
});

async function run(...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  const results = [];
  for (const statement of statements) results.push(await client.query(statement));
  await client.end();
  return results;
}

const count = (transaction: Transaction, id: number) =>
  transaction.$executeRaw`UPDATE "Row" SET count = count + 1 WHERE id = ${id}`;

async function counts(): Promise<number[]> {
  const [result] = await run('SELECT count FROM "Row" ORDER BY id');
  return (result?.rows ?? []).map((row: { count: number }) => row.count);
}

/** Calls back once as many have come as are awaited. */
function meeting(awaited: number): () => Promise<void> {
  const met = Promise.withResolvers<void>();
  let come = 0;
  return async () => {
    come += 1;
    if (come === awaited) met.resolve();
    await met.promise;
  };
}

describe('a transaction that PostgreSQL undoes', () => {
  it('is done again as a whole, where two wait for each other', async () => {
    const before = await counts();
    const meet = meeting(2);
    let begun = 0;
    const inOrder = (...ids: [number, number]) =>
      database.$transaction(async (transaction) => {
        begun += 1;
        await count(transaction, ids[0]);
        // Only the first time: the second try comes when the other is done.
        if (begun <= 2) await meet();
        await count(transaction, ids[1]);
      });
    await Promise.all([inOrder(1, 2), inOrder(2, 1)]);
    expect(begun).toBe(3);
    expect(await counts()).toEqual(before.map((each) => each + 2));
  });

  it('is done again where that is told at the very end, by what is checked at commit', async () => {
    // A sequence is not undone, so it counts the tries.
    await run(
      `CREATE FUNCTION lose_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('tries') = 1 THEN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END IF;
         RETURN NULL; END $$`,
      `CREATE CONSTRAINT TRIGGER lose_once AFTER UPDATE ON "Row" DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION lose_once()`,
    );
    onTestFinished(async () => void (await run('DROP FUNCTION lose_once CASCADE')));
    const before = await counts();
    let begun = 0;
    await database.$transaction(async (transaction) => {
      begun += 1;
      await count(transaction, 1);
    });
    expect(begun).toBe(2);
    expect(await counts()).toEqual([(before[0] ?? 0) + 1, before[1]]);
  });

  it('is given up after three tries, with the code of why', async () => {
    let begun = 0;
    const lost = database.$transaction(async (transaction) => {
      begun += 1;
      await transaction.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'deadlock_detected'; END $$`;
    });
    expect(errorCodes(await lost.catch((error: unknown) => error))).toContain('40P01');
    expect(begun).toBe(3);
  });

  it('for anything else is not done again', async () => {
    for (const fail of [
      () => Promise.reject(new Error('a refusal')),
      (transaction: Transaction) => transaction.$executeRaw`SELECT 1 / 0`,
      (transaction: Transaction) =>
        transaction.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'late' USING ERRCODE = 'lock_not_available'; END $$`,
    ]) {
      let begun = 0;
      const lost = database.$transaction(async (transaction) => {
        begun += 1;
        await fail(transaction);
      });
      await expect(lost).rejects.toThrow();
      expect(begun).toBe(1);
    }
  });

  it('and reports as it goes, at an isolation level of its own, is not done again', async () => {
    let begun = 0;
    const lost = database.$transaction(
      async (transaction) => {
        begun += 1;
        await transaction.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$`;
      },
      { isolationLevel: 'RepeatableRead' },
    );
    await expect(lost).rejects.toThrow();
    expect(begun).toBe(1);
  });
});
