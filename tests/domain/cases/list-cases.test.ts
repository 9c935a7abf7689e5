import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { findCases } from '../../../src/domain/cases/case-search.ts';
import { listCases, listedWith } from '../../../src/domain/cases/list-cases.ts';
import type { Moment } from '../../../src/domain/people/access.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let moment: Moment;
beforeAll(async () => {
  house = await buildHouse();
  const north = await house.actor('north.manager');
  for (const type of ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'CASE_TRANSFER'] as const) {
    const { id: caseId } = await openCase(house, 'north.manager');
    await submitted(house, north, { caseId, type });
    if (type === 'CASE_TRANSFER') continue;
    await house.database.case.update({
      where: { id: caseId },
      data: { status: 'CLOSED', closedOn: new Date('2026-01-05') },
    });
  }
  const { id } = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER' });
  await transfer(house, await house.actor('south.manager'), id);
  const now = house.platform.now();
  moment = { now, day: programDay(now, house.platform.timeZone) };
});
afterAll(async () => await house.stop());

const everybody = [
  'north.manager',
  'south.manager',
  'valley.admin',
  'noecm.manager',
  'expired.manager',
  'ens.admin',
];
const searches = [
  '',
  'd',
  'diaz',
  'ros di',
  'Diza',
  'O’',
  '5024',
  '50244764',
  'nobody at all',
  '%',
  'mac donald',
];
const orderBy = [{ person: { familyName: 'asc' } }, { person: { givenName: 'asc' } }, { id: 'asc' }] as const;

async function byPrisma(actor: Actor, search: string) {
  const where = await findCases(actor, house.database, moment, search);
  return await house.database.case.findMany({ where, orderBy: [...orderBy], include: listedWith });
}

describe('[R28] the list of cases is, record for record, what the plain query gives', () => {
  it.each(everybody)('to %s, whatever is searched for', async (username) => {
    const actor = await house.actor(username);
    for (const search of searches) {
      const expected = await byPrisma(actor, search);
      const page = { cursor: null, take: 1_000 };
      const { cases, total } = await listCases(actor, house.database, moment, { search, page });
      expect(total, search).toBe(expected.length);
      expect(
        cases.map(({ id }) => id),
        search,
      ).toEqual(expected.map(({ id }) => id));
      for (const [place, one] of expected.entries()) expect(cases[place]).toMatchObject(one);
    }
  });

  it('page by page, forward and back', async () => {
    const actor = await house.actor('ens.admin');
    const ids = (await byPrisma(actor, '')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    const read = async (cursor: string | null, take: number) => {
      const page = { cursor, take };
      const { cases, total } = await listCases(actor, house.database, moment, { search: '', page });
      expect(total).toBe(ids.length);
      return cases.map(({ id }) => id);
    };
    expect(await read(null, 7)).toEqual(ids.slice(0, 7));
    expect(await read(ids[6] ?? '', 7)).toEqual(ids.slice(6, 13));
    expect(await read(null, -5)).toEqual(ids.slice(-5));
    expect(await read(ids.at(-5) ?? '', -5)).toEqual(ids.slice(-9, -4));
  });
});
