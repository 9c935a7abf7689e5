import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { Refusal } from '../../../../src/domain/errors.ts';
import { moveCase } from '../../../../src/domain/transfers/caseload/move-case.ts';
import { transferCaseload } from '../../../../src/jobs/transfer-caseload.ts';
import {
  actionPlans,
  beginCaseload,
  chunksOf,
  digests,
  hire,
  openCaseload,
  outcomes,
  workOff,
} from '../../../support/caseloads.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { submitted } from '../../../support/referrals.ts';
import { transfer } from '../../../support/transfers.ts';

let house: House;
let ens: Actor;
let admin: Actor;
let from: Actor;
let to: Actor;

beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  admin = await house.actor('north.admin');
});
beforeEach(async () => {
  from = await hire(house.database, 'north.manager');
  to = await hire(house.database, 'south.manager');
});
afterAll(async () => await house.stop());

const noticesOf = (caseIds: string[]) =>
  house.database.caseNotification.count({ where: { caseId: { in: caseIds } } });

it('[B9] two workers that do the same job at once move each case once, and tell everyone once', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(12));
  const id = await beginCaseload(house, ens, from, to);
  const [chunk] = await chunksOf(house, id);
  if (chunk === undefined) throw new Error('no job was put in the queue');
  await Promise.all([1, 2].map(() => transferCaseload(house.platform, chunk)));
  expect(await outcomes(house, id, caseIds)).toEqual(Array(12).fill('MOVED'));
  expect(await noticesOf(caseIds)).toBe(12);
  expect(await house.database.caseTransfer.count({ where: { caseId: { in: caseIds } } })).toBe(12);
  expect(Object.keys(await digests(house, id))).toHaveLength(2);
});

it('[B9] [D9] of two caseload transfers of the same cases at once each case goes with one, without a deadlock', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(12));
  const colleague = await hire(house.database, 'north.manager2');
  const away = await beginCaseload(house, ens, from, to);
  const inside = await beginCaseload(house, admin, from, colleague);
  await Promise.all([away, inside].map((id) => workOff(house, id)));
  const became = [await outcomes(house, away, caseIds), await outcomes(house, inside, caseIds)];
  for (const [index] of caseIds.entries()) {
    expect(became.map((each) => each[index]).toSorted()).toEqual(['CASE_WITH_ANOTHER_MANAGER', 'MOVED']);
  }
  expect(await noticesOf(caseIds)).toBe(12);
});

it('[B9] [D9] goes along with transfers and referrals of the same cases, without a deadlock, and each case moves once', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(12));
  const valley = await house.actor('valley.manager');
  for (const caseId of caseIds)
    await submitted(house, from, { caseId, type: 'CASE_TRANSFER', to: valley.username });
  const id = await beginCaseload(house, ens, from, to);
  const orRefused = (refusal: unknown) => {
    if (!(refusal instanceof Refusal)) throw refusal;
  };
  for (const caseId of caseIds) {
    await Promise.all([
      moveCase(house.platform, { caseloadTransferId: id, caseId }),
      transfer(house, valley, caseId).catch(orRefused),
      submitted(house, from, { caseId, type: 'INFORMATIONAL_OUTSIDE' }).catch(orRefused),
    ]);
  }
  const became = await outcomes(house, id, caseIds);
  for (const one of became) expect(['MOVED', 'CASE_WITH_ANOTHER_MANAGER']).toContain(one);
  const receipts = await house.database.caseTransfer.findMany({ where: { caseId: { in: caseIds } } });
  expect(receipts.map(({ caseId }) => caseId).toSorted()).toEqual(caseIds.toSorted());
  expect(await noticesOf(caseIds)).toBe(12);
});

it('[D9] asked for twice by a double click it is begun once', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(3));
  const both = await Promise.all([1, 2].map(() => beginCaseload(house, ens, from, to)));
  expect(new Set(both).size).toBe(1);
  expect(await beginCaseload(house, ens, from, to, { caseIds: caseIds.slice(1) })).toBe(both[0]);
  await workOff(house, both[0] ?? '');
  const again = await openCaseload(house.database, from, actionPlans(1));
  expect(await beginCaseload(house, ens, from, to)).not.toBe(both[0]);
  expect(again).toHaveLength(1);
});

it('[B9] a large caseload is cut into jobs that hold ids alone and leave out no case', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(120));
  const id = await beginCaseload(house, admin, from, await hire(house.database, 'north.manager2'));
  const chunks = await chunksOf(house, id);
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(chunks).toEqual([
    { caseloadTransferId: id, after: null },
    { caseloadTransferId: id, after: uuid },
    { caseloadTransferId: id, after: uuid },
  ]);
  for (const chunk of chunks.toReversed()) await transferCaseload(house.platform, chunk);
  expect(await outcomes(house, id, caseIds)).toEqual(Array(120).fill('MOVED'));
});
