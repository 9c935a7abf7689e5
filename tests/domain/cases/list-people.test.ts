import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { findPeople } from '../../../src/domain/cases/case-search.ts';
import { listedPersonWith, listPeople } from '../../../src/domain/cases/list-people.ts';
import type { Moment } from '../../../src/domain/people/access.ts';
import type { House } from '../../support/house.ts';
import { buildHouseOfLists, searchesOfLists, viewersOfLists } from './house-of-lists.ts';

let house: House;
let moment: Moment;
beforeAll(async () => {
  ({ house, moment } = await buildHouseOfLists());
});
afterAll(async () => await house.stop());

const orderBy = [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }] as const;

async function byPrisma(actor: Actor, search: string) {
  const where = await findPeople(actor, house.database, moment, search);
  return await house.database.person.findMany({ where, orderBy: [...orderBy], include: listedPersonWith });
}

describe('[R28] the list of people is, record for record, what the plain query gives', () => {
  it.each(viewersOfLists)('to %s, whatever is searched for', async (username) => {
    const actor = await house.actor(username);
    for (const search of searchesOfLists) {
      const expected = await byPrisma(actor, search);
      const page = { cursor: null, take: 1_000 };
      const { people, total } = await listPeople(actor, house.database, moment, { search, page });
      expect(total, search).toBe(expected.length);
      expect(
        people.map(({ id }) => id),
        search,
      ).toEqual(expected.map(({ id }) => id));
      for (const [place, one] of expected.entries()) expect(people[place]).toMatchObject(one);
    }
  });

  it.each(['ens.admin', 'north.manager'])('page by page, forward and back, to %s', async (username) => {
    const actor = await house.actor(username);
    const ids = (await byPrisma(actor, '')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(9);
    const read = async (cursor: string | null, take: number) => {
      const page = { cursor, take };
      const { people, total } = await listPeople(actor, house.database, moment, { search: '', page });
      expect(total).toBe(ids.length);
      return people.map(({ id }) => id);
    };
    expect(await read(null, 4)).toEqual(ids.slice(0, 4));
    expect(await read(ids[3] ?? '', 4)).toEqual(ids.slice(3, 7));
    expect(await read(null, -5)).toEqual(ids.slice(-5));
    expect(await read(ids.at(-5) ?? '', -5)).toEqual(ids.slice(-9, -4));
  });
});
