import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCases, findPeople } from '../../../src/domain/cases/case-search.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;

beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

/** The family names under people and under cases that somebody finds. */
async function find(username: string, search: string) {
  const actor = await house.actor(username);
  const now = house.platform.now();
  const moment = { now, day: programDay(now, house.platform.timeZone) };
  const people = await house.database.person.findMany({
    where: await findPeople(actor, house.database, moment, search),
    orderBy: [{ familyName: 'asc' }, { id: 'asc' }],
  });
  const cases = await house.database.case.findMany({
    where: await findCases(actor, house.database, moment, search),
    include: { person: true },
    orderBy: [{ person: { familyName: 'asc' } }, { personId: 'asc' }],
  });
  return {
    people: people.map(({ familyName }) => familyName),
    cases: cases.map(({ person }) => person.familyName),
  };
}

const nobody = { people: [], cases: [] };

describe('the same name written otherwise', () => {
  it.each([
    ['OBrien', "O'Brien-MacIsaac"],
    ['OBrien McIsaac', "O'Brien-MacIsaac"],
    ['o brien mac isaac', "O'Brien-MacIsaac"],
    ['McGillivray', 'MacGillivray'],
    ['Mc Gillivray', 'MacGillivray'],
    ['Le Blanc', 'LeBlanc'],
    ['francois xavier leblanc', 'LeBlanc'],
    ['Francoisxavier', 'LeBlanc'],
    ['deon', 'd’Eon'],
    ['Annemarie d Eon', 'd’Eon'],
    ['Piel Kinap', 'Kɨnap'],
    ['mali gloade', 'Gloade'],
    ['darcy', 'Swinimer'],
    ['ThériaultComeau', 'Thériault-Comeau'],
  ])('[R28] "%s" finds %s', async (search, familyName) => {
    expect((await find('ens.admin', search)).people).toEqual([familyName]);
  });

  it('[R28] Saint for St, and a name in three words run together', async () => {
    await openCase(house, 'north.manager', { givenName: 'Léonie', familyName: 'St. Pierre' });
    await openCase(house, 'north.manager', { givenName: 'Ana', familyName: 'de la Cruz' });
    for (const search of ['saint pierre', 'St-Pierre', 'stpierre', 'SaintPierre leonie']) {
      expect((await find('north.manager', search)).people, search).toEqual(['St. Pierre']);
    }
    for (const search of ['delacruz', 'de lacruz', 'De La Cruz']) {
      expect((await find('north.manager', search)).people, search).toEqual(['de la Cruz']);
    }
  });

  it('[R28] a name longer than anybody has', async () => {
    const familyName = 'Hubert'.repeat(20);
    await openCase(house, 'north.manager', { familyName });
    for (const search of [familyName, familyName.slice(0, 70), 'HubertHubert']) {
      expect((await find('north.manager', search)).people, search).toEqual([familyName]);
    }
  });

  it('[R28] a Case ID typed in groups', async () => {
    const rosa = { people: ['Diaz'], cases: ['Diaz'] };
    for (const search of ['5024 4764', '5024-4764', '502 447 64', 'Diaz 5024 47']) {
      expect(await find('north.manager', search), search).toEqual(rosa);
    }
  });
});

describe('small typing errors', () => {
  it.each([
    'Dais',
    'Daiz',
    'Rosa Diax',
    'rossa diaz',
    'Dia z',
    'Rsoa Daiz',
    'Rosa Luccia Diaz',
    'Diaz Lucai',
  ])('[R28] are forgiven in names: "%s" finds Rosa Lucia Diaz', async (search) => {
    expect(await find('north.manager', search)).toEqual({ people: ['Diaz'], cases: ['Diaz'] });
  });

  it('[R28] are never forgiven in a Case ID, also beside a name', async () => {
    for (const search of ['50244765', '50247464', '5024476', '502447644', '50244765 Rosa', 'Daiz 50244765']) {
      const found = search === '5024476' ? { people: ['Diaz'], cases: ['Diaz'] } : nobody;
      expect(await find('north.manager', search), search).toEqual(found);
    }
  });

  it('[R28] are forgiven only where nothing matches as typed, so that others named alike stay out of sight', async () => {
    await openCase(house, 'north.manager', { givenName: 'Ada', familyName: 'Johnsen' });
    expect((await find('north.manager', 'Johnson')).people).toEqual(['Johnsen']);
    await openCase(house, 'north.manager', { givenName: 'Ada', familyName: 'Johnson' });
    expect((await find('north.manager', 'Johnson')).people).toEqual(['Johnson']);
    expect((await find('north.manager', 'Johnsom')).people).toEqual(['Johnsen', 'Johnson']);
  });

  it('[R28] are forgiven after a change of name by the new name alone', async () => {
    const { personId } = await openCase(house, 'valley.manager', { familyName: 'Crowdis' });
    expect((await find('valley.manager', 'Crowdys')).people).toEqual(['Crowdis']);
    await house.database.person.update({ where: { id: personId }, data: { familyName: 'Petitpas' } });
    expect(await find('valley.manager', 'Crowdys')).toEqual(nobody);
    expect((await find('valley.manager', 'Petipas')).people).toEqual(['Petitpas']);
  });
});

describe('who', () => {
  it('[R28] forgives the same to an organization whatever others have: a stranger with that very name changes nothing', async () => {
    await openCase(house, 'north.manager', { givenName: 'Ivo', familyName: 'Zinck' });
    expect((await find('north.manager', 'Zimck')).people).toEqual(['Zinck']);
    await openCase(house, 'valley.manager', { givenName: 'Ivo', familyName: 'Zimck' });
    expect((await find('north.manager', 'Zimck')).people).toEqual(['Zinck']);
    expect((await find('valley.manager', 'Zinck')).people).toEqual(['Zimck']);
    expect(await find('south.manager', 'Zinck')).toEqual(nobody);
    expect((await find('ens.admin', 'Zimck')).people).toEqual(['Zimck']);
  });

  it('[R26] [R28] [R32] a Case Transfer: the receiver finds from submit on, the sender until the transfer, others never', async () => {
    const { id: caseId, number } = await openCase(house, 'north.manager', { familyName: 'Vaughn' });
    const all = [
      'north.manager',
      'south.manager',
      'valley.manager',
      'expired.manager',
      'auditor',
      'ens.admin',
    ];
    const finders = async () => {
      const found: Record<string, string[]> = {};
      for (const search of ['Vaughn', 'Vuaghn', number]) {
        const those = [];
        for (const username of all) {
          const { people, cases } = await find(username, search);
          expect(people, `${username}: ${search}`).toEqual(cases);
          if (cases.length > 0) those.push(username);
        }
        found[search] = those;
      }
      const [first, ...others] = Object.values(found);
      for (const other of others) expect(other).toEqual(first);
      return first;
    };
    expect(await finders()).toEqual(['north.manager', 'ens.admin']);
    await submitted(house, await house.actor('north.manager'), { caseId, type: 'CASE_TRANSFER' });
    expect(await finders()).toEqual(['north.manager', 'south.manager', 'ens.admin']);
    await transfer(house, await house.actor('south.manager'), caseId);
    expect(await finders()).toEqual(['south.manager', 'ens.admin']);
  });

  it('[R24] [R28] who was given the person only finds the person by a name almost right, not by the Case ID', async () => {
    const { id: caseId, number } = await openCase(house, 'north.manager', { familyName: 'Quackenbush' });
    await submitted(house, await house.actor('north.manager'), {
      caseId,
      type: 'INFORMATIONAL_WITHIN',
      to: 'valley.manager',
    });
    expect(await find('valley.manager', 'Quakenbush')).toEqual({ people: ['Quackenbush'], cases: [] });
    expect(await find('valley.manager', number)).toEqual(nobody);
  });
});
