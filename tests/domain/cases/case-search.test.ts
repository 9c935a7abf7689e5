import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCases, findPeople } from '../../../src/domain/cases/case-search.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';

let house: House;

beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

/** The family names under people and the Case IDs under cases that somebody finds. */
async function find(username: string, search: string) {
  const actor = await house.actor(username);
  const now = house.platform.now();
  const moment = { now, day: programDay(now, house.platform.timeZone) };
  const people = await house.database.person.findMany({
    where: await findPeople(actor, house.database, moment, search),
    orderBy: { familyName: 'asc' },
  });
  const cases = await house.database.case.findMany({
    where: await findCases(actor, house.database, moment, search),
    orderBy: { number: 'asc' },
  });
  return { people: people.map(({ familyName }) => familyName), cases: cases.map(({ number }) => number) };
}

const nobody = { people: [], cases: [] };
const rosa = { people: ['Diaz'], cases: ['50244764'] };

describe('by Case ID', () => {
  it('[R28] finds client and case, by all of it or its beginning', async () => {
    for (const search of ['50244764', ' 50244764 ', '5024']) {
      expect(await find('north.manager', search), search).toEqual(rosa);
    }
  });

  it('[R28] does not find by its middle, nor by one that does not exist', async () => {
    for (const search of ['0244764', '50244765', '5024 9']) {
      expect(await find('north.manager', search), search).toEqual(nobody);
    }
  });
});

describe('by name', () => {
  it.each([
    'Rosa Diaz',
    'diaz rosa',
    'DIAZ, ROSA',
    'Diaz, Rosa Lucia',
    'lucia',
    'di ro',
    'Díaz',
    'rosa 5024',
  ])('[R28] finds Rosa Lucia Diaz by "%s"', async (search) => {
    expect(await find('north.manager', search)).toEqual(rosa);
  });

  it.each(['osa', 'iaz', 'Rosa MacIsaac', 'Rosa Diaz Lopez'])(
    '[R28] does not find her by "%s"',
    async (search) => {
      expect(await find('north.manager', search)).toEqual(nobody);
    },
  );

  it.each([
    ['evangeline', 'Pothier'],
    ['ÉVANGÉLINE', 'Pothier'],
    ['E\u0301vange\u0301line', 'Pothier'],
    ['wojcik lukasz', 'Wójcik'],
    ['Nguyen', 'Nguyễn'],
    ['nguyễn ánh', 'Nguyễn'],
    ['theriault', 'Thériault-Comeau'],
    ['comeau zoe', 'Thériault-Comeau'],
    ['Thériault-Comeau', 'Thériault-Comeau'],
    ['theriault‑comeau', 'Thériault-Comeau'],
    ["o'brien", "O'Brien-MacIsaac"],
    ['O’Brien', "O'Brien-MacIsaac"],
    ['O‘Brien', "O'Brien-MacIsaac"],
    ['O`Brien', "O'Brien-MacIsaac"],
    ['O’Brien–MacIsaac', "O'Brien-MacIsaac"],
    ['o brien macisaac siobhan', "O'Brien-MacIsaac"],
    ['brien', "O'Brien-MacIsaac"],
    ["d'eon", 'd’Eon'],
    ['anne marie', 'd’Eon'],
    ["ma'li", 'Gloade'],
    ['Sylliboy Kɨtpu', 'Sylliboy'],
    ['pie’l kɨnap', 'Kɨnap'],
    ['olawale', 'Ọláwálé'],
    ['Adebayo', 'Ọláwálé'],
    ['陈', '陈'],
    ['محمد', 'الأحمد'],
    ['nunez y pena', 'Núñez y Peña'],
  ])('[R28] accents, apostrophes and hyphens do not matter: "%s" finds %s', async (search, familyName) => {
    expect((await find('ens.admin', search)).people).toEqual([familyName]);
  });

  it('[R28] finds all cases of a client', async () => {
    expect(await find('north.manager', 'MacGillivray')).toEqual({
      people: ['MacGillivray'],
      cases: ['70191001', '79745501'],
    });
  });

  it('[R28] follows a change of name', async () => {
    const where = { sin: '098630593' };
    await house.database.person.updateMany({ where, data: { familyName: 'Googoo' } });
    expect((await find('north.manager', 'kitpu googoo')).people).toEqual(['Googoo']);
    expect(await find('north.manager', 'sylliboy')).toEqual(nobody);
  });
});

describe('what was typed', () => {
  it('[R28] empty or blank finds all that may be seen', async () => {
    const { people, cases } = await find('north.manager', '');
    expect(people).toHaveLength(7);
    expect(cases).toHaveLength(8);
    expect(await find('north.manager', '  ')).toEqual({ people, cases });
  });

  it.each(['%', '_', '5_244764', 'Ro%', '\\', 'Diaz\\', "'; DROP TABLE x; --", '&|!*'])(
    '[R28] is taken as it is, not as a pattern: %j finds nobody',
    async (search) => {
      expect(await find('north.manager', search)).toEqual(nobody);
    },
  );

  it('[R28] finds the same with control characters between the words, and all with nothing but punctuation', async () => {
    expect(await find('north.manager', '\0Rosa\n\u001bDiaz\0')).toEqual(rosa);
    expect((await find('north.manager', "-'(")).cases).toHaveLength(8);
  });

  it('[R28] may be long', async () => {
    expect(await find('north.manager', 'x'.repeat(100_000))).toEqual(nobody);
    expect(await find('north.manager', 'rosa '.repeat(10_000))).toEqual(rosa);
  });
});

describe('who', () => {
  it('[R28] finds nothing that may not be seen, by name or by Case ID', async () => {
    for (const username of ['south.manager', 'valley.admin', 'expired.manager', 'noecm.admin', 'auditor']) {
      for (const search of ['50244764', 'Rosa Diaz']) {
        expect(await find(username, search), `${username}: ${search}`).toEqual(nobody);
      }
    }
    expect(await find('ens.admin', 'Rosa Diaz')).toEqual(rosa);
  });

  it('[R24][R28] who was given the person only finds the person, and not by the Case ID', async () => {
    const manager = await house.actor('north.manager');
    const { id: caseId } = await house.caseOf('north.manager', 'ACTION_PLAN');
    await submitted(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN', to: 'valley.manager' });
    expect(await find('valley.manager', 'Diaz')).toEqual({ people: ['Diaz'], cases: [] });
    expect(await find('valley.manager', '50244764')).toEqual(nobody);
  });

  it('[R26][R28] the receiver of a Case Transfer referral finds both, by both', async () => {
    const manager = await house.actor('north.manager');
    const { id: caseId } = await house.caseOf('north.manager', 'ACTION_PLAN');
    await submitted(house, manager, { caseId, type: 'CASE_TRANSFER' });
    for (const search of ['50244764', 'rosa diaz']) {
      expect(await find('south.manager', search), search).toEqual(rosa);
    }
  });
});
