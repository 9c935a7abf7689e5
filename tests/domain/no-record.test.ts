import { afterAll, beforeAll, expect, it } from 'vitest';
import { noRecord } from '../../src/domain/no-record.ts';
import { buildHouse, type House } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

it.each([
  ['by itself', noRecord],
  ['in an AND', { AND: [noRecord] }],
  ['in an AND with what holds for all', { AND: [noRecord, { AND: [{}] }] }],
  ['in an AND of ANDs', { AND: [{ AND: [noRecord] }] }],
  ['in an OR', { OR: [noRecord, { number: 'none' }] }],
  ['beside another condition', { status: 'ACTION_PLAN' as const, ...noRecord }],
  ['of what belongs to it', { person: noRecord }],
  ['of one of those that belong to it', { referrals: { some: noRecord } }],
])('[R32] no record meets the condition of those who see none, %s', async (_where, where) => {
  expect(await house.database.case.count()).toBeGreaterThan(0);
  expect(await house.database.case.count({ where })).toBe(0);
});
