import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const inForce = { startsOn: new Date('2020-01-01'), endsOn: new Date('2099-12-31'), clientTracking: true };

let test: TestDatabase;
let organizationId: string;
let ecm: string;
let other: string;
let agreementId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const { database } = test;
  ({ id: organizationId } = await database.organization.findFirstOrThrow());
  ({ id: ecm } = await database.program.create({ data: { code: 'T-ECM', name: 'Test', ecm: true } }));
  ({ id: other } = await database.program.create({ data: { code: 'T-OTHER', name: 'Test', ecm: false } }));
});
beforeEach(async () => {
  // The agreement of the test before would have the same programs on the same days.
  await test.database.agreementProgram.deleteMany({ where: { programId: { in: [ecm, other] } } });
  ({ id: agreementId } = await test.database.agreement.create({
    data: { organizationId, number: `T-${crypto.randomUUID()}`, ...inForce },
  }));
});
afterAll(async () => await test.drop());

/** What the agreement has said, in order, and whether each version began when the one before ended. */
async function versions() {
  const rows = await test.database.agreementVersion.findMany({
    where: { agreementId },
    orderBy: [{ validFrom: 'asc' }, { validUntil: { sort: 'asc', nulls: 'last' } }],
  });
  const gaps = rows
    .slice(1)
    .filter((row, index) => row.validFrom.getTime() !== rows[index]?.validUntil?.getTime());
  expect(gaps).toEqual([]);
  return rows.map(({ clientTracking, ecm, endsOn, validUntil }) => ({
    ...{ clientTracking, ecm, endsOn: endsOn.getUTCFullYear() },
    open: validUntil === null,
  }));
}

const first = { clientTracking: true, ecm: false, endsOn: 2099, open: false };
const enable = async (programId: string) =>
  await test.database.agreementProgram.create({ data: { agreementId, programId } });

describe('[B10] what an agreement says is on record', () => {
  it('from when it was made', async () => {
    expect(await versions()).toEqual([{ ...first, open: true }]);
  });

  it('through each change of its days, its client tracking and its ECM programs, without gap or overlap', async () => {
    await enable(ecm);
    await test.database.agreement.update({ where: { id: agreementId }, data: { clientTracking: false } });
    await test.database.agreement.update({
      where: { id: agreementId },
      data: { endsOn: new Date('2030-12-31') },
    });
    await test.database.agreementProgram.deleteMany({ where: { agreementId } });
    expect(await versions()).toEqual([
      first,
      { ...first, ecm: true },
      { ...first, ecm: true, clientTracking: false },
      { ...first, ecm: true, clientTracking: false, endsOn: 2030 },
      { ...first, clientTracking: false, endsOn: 2030, open: true },
    ]);
  });

  it('when a program becomes an ECM program, or is one no longer', async () => {
    await enable(other);
    for (const isEcm of [true, false]) {
      await test.database.program.update({ where: { id: other }, data: { ecm: isEcm } });
    }
    expect(await versions()).toEqual([first, { ...first, ecm: true }, { ...first, open: true }]);
  });

  it('until it is deleted', async () => {
    await test.database.agreement.delete({ where: { id: agreementId } });
    expect(await versions()).toEqual([first]);
  });

  it('and not where nothing of it has changed', async () => {
    await enable(other);
    await test.database.agreement.update({
      where: { id: agreementId },
      data: { number: `T-${crypto.randomUUID()}` },
    });
    await test.database.agreement.update({ where: { id: agreementId }, data: { clientTracking: true } });
    expect(await versions()).toEqual([{ ...first, open: true }]);
  });

  it('as a transaction leaves it, and not as it was in between or was rolled back', async () => {
    const change = async (fails: boolean) =>
      await test.database.$transaction(async (transaction) => {
        await transaction.agreement.update({ where: { id: agreementId }, data: { clientTracking: false } });
        await transaction.agreementProgram.create({ data: { agreementId, programId: ecm } });
        if (fails) throw new Error('rolled back');
        await transaction.agreement.update({ where: { id: agreementId }, data: { clientTracking: true } });
      });
    await expect(change(true)).rejects.toThrow('rolled back');
    expect(await versions()).toEqual([{ ...first, open: true }]);
    await change(false);
    expect(await versions()).toEqual([first, { ...first, ecm: true, open: true }]);
  });

  it('also where two transactions change it at once', async () => {
    const { database } = test;
    await Promise.all([
      database.$transaction(async (transaction) => {
        await transaction.agreementProgram.create({ data: { agreementId, programId: ecm } });
        await transaction.$queryRaw`SELECT pg_sleep(0.1)::text`;
      }),
      database.$transaction(async (transaction) => {
        await transaction.agreement.update({ where: { id: agreementId }, data: { clientTracking: false } });
        await transaction.$queryRaw`SELECT pg_sleep(0.1)::text`;
      }),
    ]);
    const all = await versions();
    expect(all).toHaveLength(3);
    expect(all.at(-1)).toEqual({ ...first, ecm: true, clientTracking: false, open: true });
  });
});
