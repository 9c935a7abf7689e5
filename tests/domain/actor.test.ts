import { afterAll, beforeAll, expect, it } from 'vitest';
import { findActor } from '../../src/domain/actor.ts';
import { buildHouse, type House } from '../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

it('[D14] a member of staff is found by user name, subject and id alike, with organization and roles', async () => {
  const member = await house.database.staff.findUniqueOrThrow({ where: { username: 'south.manager2' } });
  const expected = {
    staffId: member.id,
    username: 'south.manager2',
    organizationId: member.organizationId,
    atEmploymentNovaScotia: false,
    roles: ['CASE_MANAGER'],
    scopes: [],
    language: 'FR',
  };
  for (const by of [{ username: 'south.manager2' }, { subject: member.subject ?? '' }, { id: member.id }]) {
    expect(await findActor(house.database, by)).toEqual(expected);
  }
  expect(await findActor(house.database, { username: 'SOUTH.MANAGER2' })).toBeNull();
  expect(await findActor(house.database, { username: '' })).toBeNull();
});

it('[D12] nobody who has been disabled, nor anyone of a closed organization, is let in', async () => {
  const { staff, organization } = house.database;
  await staff.update({ where: { username: 'valley.manager' }, data: { disabledAt: new Date() } });
  expect(await findActor(house.database, { username: 'valley.manager' })).toBeNull();
  expect(await findActor(house.database, { username: 'valley.manager2' })).not.toBeNull();
  const { id } = await house.organizationOf('valley.manager');
  await organization.update({ where: { id }, data: { closedAt: new Date() } });
  expect(await findActor(house.database, { username: 'valley.manager2' })).toBeNull();
});
