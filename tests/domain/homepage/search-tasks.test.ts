import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { countFound, shown } from '../../support/homepage.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let manager: Actor;
let given: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  house.setNow(new Date('2022-09-07T15:00:00Z'));
  // An organization has one agreement for a program on a day: those that are not active today make room.
  const today = new Date();
  const active = { startsOn: { lte: today }, endsOn: { gte: today } };
  await house.database.agreementProgram.deleteMany({ where: { agreement: { NOT: active } } });
  await house.database.agreement.updateMany({ where: active, data: { startsOn: new Date('2020-01-01') } });
  north = await house.actor('north.manager');
  manager = await house.actor('south.manager');
  given = await openCase(house, 'north.manager', { givenName: 'Zélie', familyName: "D'Aubigné-Roux" });
  await submitted(house, north, { caseId: given.id, type: 'CASE_TRANSFER' });
  await transfer(house, await house.actor('south.admin'), given.id, { caseManagerId: manager.staffId });
});
afterAll(async () => await house.stop());

const finds = async (actor: Actor, searches: string[], found: number, language: 'EN' | 'FR' = 'EN') => {
  for (const search of searches)
    expect(await countFound(house, actor, { search }, language), search).toBe(found);
};

describe('free text', () => {
  it('[R37] finds the new case manager’s task by every column, in the language of the request', async () => {
    const columns = [
      '',
      'normal',
      'Info',
      given.number,
      given.number.slice(0, 4),
      'LSI-ENS',
      'ECM (LSI-ENS)',
    ];
    await finds(manager, columns, 1);
    await finds(manager, ['south.admin', 'Sep 07, 2022', '2022-09-07', 'sep', 'transferred from north'], 1);
    await finds(manager, ['sept. 2022', 'transfere', 'Normale', '07 sept.'], 1, 'FR');
    await finds(manager, ['transferred', 'has been'], 0, 'FR');
    await finds(
      manager,
      ['rosa', 'YOUTH', 'valley', 'high', 'Sep 08', '2022-07-09', given.number.slice(1)],
      0,
    );
  });

  it('[R37] ignores accents, case, apostrophes and hyphens, and takes words in any order', async () => {
    const names = ['aubigne', 'ROUX zelie', "d'aub", 'DAubigné', 'd’aubigne-roux', 'DAUBIGNEROUX, Zelie'];
    await finds(manager, [...names, 'zelie lsi north 2022', 'Employment Services', '  ,  '], 1);
    await finds(manager, ['zelie valley', 'ubigne', '%', '_', '\\', 'zelie%'], 0);
  });

  it('[R37] finds organizations by their name with or without its apostrophe', async () => {
    const { id, name } = await house.organizationOf('north.manager');
    await house.database.organization.update({ where: { id }, data: { name: "Centre d'Emploi O'Brien" } });
    await finds(manager, ["O'Brien", 'OBrien', 'o’brien demploi', 'DEMPLOI centre'], 1);
    await house.database.organization.update({ where: { id }, data: { name } });
    await finds(manager, ['OBrien'], 0);
  });

  it('[R32] [R37] finds the previous case manager’s task by what is shown, and by nothing of the client or the program', async () => {
    await finds(north, [given.number, 'south shore', 'south.admin', 'Works Association'], 1);
    await finds(north, ['aubigne', 'zelie', 'LSI-ENS', 'lsi', 'ECM', `${given.number} zelie`], 0);
  });

  it('[R38] finds nobody else’s tasks', async () => {
    for (const username of ['south.manager2', 'valley.admin', 'north.manager2', 'north.admin', 'ens.admin']) {
      expect(await countFound(house, await house.actor(username), {}), username).toBe(0);
    }
  });
});

describe('a program', () => {
  it('[R32] [R37] filters, for those who see it; without one all programs show', async () => {
    expect(await countFound(house, manager, { program: 'LSI-ENS' })).toBe(1);
    expect(await countFound(house, manager, { program: 'YOUTH' })).toBe(0);
    expect(await countFound(house, manager, { program: null })).toBe(1);
    expect(await countFound(house, north, { program: 'LSI-ENS' })).toBe(0);
    expect(await countFound(house, north, {})).toBe(1);
  });
});

describe('a receiver', () => {
  let receiver: Actor;
  let referred: OpenedCase;
  beforeAll(async () => {
    receiver = await house.actor('valley.admin');
    referred = await openCase(house, 'north.manager', { givenName: 'Œdipe', familyName: 'McÁlister' });
  });
  beforeEach(async () => {
    await house.database.homepageTask.deleteMany({ where: { assigneeId: receiver.staffId } });
  });

  it('[R26] [R36] [R37] of a Case Transfer referral finds it by client, program and Case ID, until that has ended', async () => {
    const referralId = await submitted(house, north, {
      ...{ caseId: referred.id, type: 'CASE_TRANSFER', to: 'valley.manager' },
    });
    await finds(receiver, ['mcalister', 'oedipe', 'LSI', referred.number], 1);
    expect(await countFound(house, receiver, { program: 'LSI-ENS' })).toBe(1);
    await withdrawReferral(north, house.platform, { referralId, reason: 'No longer needed', confirm: true });
    const all = { state: 'ALL' } as const;
    expect(await shown(house, receiver, { filter: all })).toHaveLength(2);
    for (const search of ['mcalister', 'oedipe', 'LSI']) {
      expect(await countFound(house, receiver, { ...all, search }), search).toBe(0);
    }
    expect(await countFound(house, receiver, { ...all, program: 'LSI-ENS' })).toBe(0);
  });

  it('[R24] [R36] [R37] of a referral for information finds it by client alone', async () => {
    await submitted(house, north, {
      ...{ caseId: referred.id, type: 'INFORMATIONAL_WITHIN', to: 'valley.manager' },
    });
    await finds(receiver, ['mcalister', 'for information'], 1);
    await finds(receiver, ['LSI', 'ECM', referred.number], 0);
    expect(await shown(house, receiver)).toMatchObject([
      { caseNumber: null, program: null, orgOrPlayer: 'McÁlister, Œdipe', seesSummary: false },
    ]);
  });
});
