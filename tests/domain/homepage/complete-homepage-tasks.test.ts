import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { completeHomepageTasks } from '../../../src/domain/homepage/complete-homepage-tasks.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  for (let count = 0; count < 3; count += 1) {
    const { id: caseId } = await openCase(house, 'north.manager');
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    await transfer(house, south, caseId);
  }
});
beforeEach(async () => {
  house.setNow(noon);
  await house.database.homepageTask.updateMany({ data: { completedAt: null } });
});
afterAll(async () => await house.stop());

const complete = (actor: Actor, ids: string[]) => completeHomepageTasks(actor, house.platform, ids);

/** The ids of someone’s tasks, three of them. */
async function idsOf({ staffId }: Actor): Promise<[string, string, string]> {
  const where = { assigneeId: staffId };
  const tasks = await house.database.homepageTask.findMany({ where, orderBy: { id: 'asc' } });
  return tasks.map(({ id }) => id) as [string, string, string];
}

/** When each of someone’s tasks was completed. */
async function completed({ staffId }: Actor): Promise<(Date | null)[]> {
  const where = { assigneeId: staffId };
  const tasks = await house.database.homepageTask.findMany({ where, orderBy: { id: 'asc' } });
  return tasks.map(({ completedAt }) => completedAt);
}

it('[R38] completes one task and leaves the others', async () => {
  const [, second] = await idsOf(south);
  await complete(south, [second]);
  expect(await completed(south)).toEqual([null, noon, null]);
  expect(await completed(north)).toEqual([null, null, null]);
});

it('[R38] completes many at once, also those of cases that have gone to another organization', async () => {
  const [first, second, third] = await idsOf(north);
  await complete(north, [first, third, first]);
  expect(await completed(north)).toEqual([noon, null, noon]);
  await complete(north, [second]);
  expect(await completed(north)).toEqual([noon, noon, noon]);
});

it('[R38] leaves one that is completed already as it is', async () => {
  const ids = await idsOf(south);
  await complete(south, [ids[0]]);
  const later = new Date(noon.getTime() + 60_000);
  house.setNow(later);
  await complete(south, ids);
  expect(await completed(south)).toEqual([noon, later, later]);
});

it('[R38] completes none where one of them is somebody else’s or does not exist', async () => {
  const [own] = await idsOf(south);
  const [others] = await idsOf(north);
  const before = await snapshot(house.database);
  for (const wrong of [others, '00000000-0000-7000-8000-000000000000']) {
    await expect(complete(south, [own, wrong])).rejects.toBeInstanceOf(NotFound);
  }
  expect(await snapshot(house.database)).toEqual(before);
});

it('[R38] completes nobody else’s, not even a colleague’s or as Employment Nova Scotia', async () => {
  const [id] = await idsOf(south);
  for (const username of ['south.manager2', 'south.admin', 'north.manager', 'ens.admin']) {
    await expect(complete(await house.actor(username), [id]), username).rejects.toBeInstanceOf(NotFound);
  }
  expect(await completed(south)).toEqual([null, null, null]);
});

it('[R38] none at all, and more than a hundred at once, are refused', async () => {
  const tooMany = Array.from(
    { length: 101 },
    (_, number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  );
  expect(await fieldsRefused(complete(south, []))).toEqual(['taskIds']);
  expect(await fieldsRefused(complete(south, tooMany))).toEqual(['taskIds']);
});

it('[D14][R38] puts on record what it completed, once, and not what was completed already', async () => {
  const ids = await idsOf(south);
  const recorded = async () =>
    await house.database.auditEvent.count({
      where: { action: 'homepageTask.complete', entityId: { in: ids } },
    });
  const before = await recorded();
  await complete(south, ids);
  expect(await recorded()).toBe(before + 3);
  await complete(south, ids);
  expect(await recorded()).toBe(before + 3);
});
