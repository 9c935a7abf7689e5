import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import type { TransferChoices } from '../../../src/domain/transfers/check-choices.ts';
import {
  agreementChoices,
  caseManagerChoices,
  locationChoices,
  officeChoices,
} from '../../../src/domain/transfers/transfer-choices.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let south: Actor;
let caseId: string;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);
const today = programDay(noon, 'America/Halifax');

beforeAll(async () => {
  house = await buildHouse();
  house.setNow(noon);
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  caseId = await referredTo('south.manager');
});
afterAll(async () => await house.stop());

/** A case that is referred for transfer to the organization of `to`. */
async function referredTo(to: string, from = 'north.manager'): Promise<string> {
  const { id } = await openCase(house, from);
  await submitted(house, await house.actor(from), { caseId: id, type: 'CASE_TRANSFER', to });
  return id;
}

const save = (choices: Partial<TransferChoices>) => transfer(house, south, caseId, choices);
const load = (id: string) => house.database.case.findUniqueOrThrow({ where: { id } });

describe('on offer', () => {
  it('[R29] are the offices, active case managers, agreements and locations of one’s own organization', async () => {
    const database = house.database;
    const offices = await database.office.findMany({ where: officeChoices(south.organizationId) });
    const staff = await database.staff.findMany({ where: caseManagerChoices(south.organizationId) });
    const agreements = await database.agreement.findMany({
      where: agreementChoices(south.organizationId, today),
    });
    const locations = await database.serviceDeliveryLocation.findMany({
      where: locationChoices(south.organizationId),
    });
    expect(offices.map(({ name }) => name).sort()).toEqual(['Chester Office', 'Lunenburg Office']);
    expect(staff.map(({ username }) => username).sort()).toEqual(['south.manager', 'south.manager2']);
    expect(agreements.map(({ number }) => number)).toEqual(['OFA-207358']);
    expect(locations.map(({ name }) => name).sort()).toEqual([
      'Chester Outreach',
      'Lunenburg Career Hub',
      'Mahone Bay Learning Centre',
    ]);
  });
});

describe('refused, with the field named and nothing changed', () => {
  it('[R29] is each choice that belongs to another organization', async () => {
    for (const username of ['north.manager', 'untracked.manager', 'expired.manager']) {
      const theirs = await goodChoicesWithLocation(username);
      for (const [field, value] of Object.entries(theirs)) {
        const before = await snapshot(house.database);
        expect(await fieldsRefused(save({ [field]: value })), `${username}: ${field}`).toEqual([field]);
        expect(await snapshot(house.database)).toEqual(before);
      }
      expect(await fieldsRefused(save(theirs))).toEqual(Object.keys(theirs));
    }
  });

  it('[R29] is a choice that does not exist', async () => {
    const nothing = '00000000-0000-7000-8000-000000000000';
    for (const field of ['officeId', 'caseManagerId', 'agreementId', 'serviceDeliveryLocationId']) {
      expect(await fieldsRefused(save({ [field]: nothing }))).toEqual([field]);
    }
  });

  it('[R29] is a case manager who has been disabled, and a colleague who is none', async () => {
    const colleague = await house.actor('south.manager2');
    const administrator = await house.actor('south.admin');
    expect(await fieldsRefused(save({ caseManagerId: administrator.staffId }))).toEqual(['caseManagerId']);
    const disable = (disabledAt: Date | null) =>
      house.database.staff.update({ where: { username: 'south.manager2' }, data: { disabledAt } });
    await disable(noon);
    expect(await fieldsRefused(save({ caseManagerId: colleague.staffId }))).toEqual(['caseManagerId']);
    await disable(null);
    await save({ caseManagerId: colleague.staffId });
    expect(await load(caseId)).toMatchObject({ caseManagerId: colleague.staffId });
  });

  it.each([
    ['expired', -1_600, -501, false],
    ['ended yesterday', -10, -1, false],
    ['ends today', -10, 0, true],
    ['starts today', 0, 10, true],
    ['starts tomorrow', 1, 10, false],
  ] as const)('[R29] is an agreement unless it is active: %s', async (_, starts, ends, active) => {
    const { id: agreementId } = await house.database.agreement.create({
      data: {
        organizationId: south.organizationId,
        number: `OFA-${starts}-${ends}`,
        startsOn: addDays(today, starts),
        endsOn: addDays(today, ends),
        clientTracking: true,
      },
    });
    if (active) {
      await save({ agreementId });
      expect(await load(caseId)).toMatchObject({ agreementId });
    } else {
      expect(await fieldsRefused(save({ agreementId }))).toEqual(['agreementId']);
    }
    await house.database.agreement.updateMany({
      where: { id: agreementId },
      data: { startsOn: addDays(today, -20), endsOn: addDays(today, -15) },
    });
  });
});

describe('Service Delivery Location', () => {
  it('[R29] has to be chosen where the organization has several', async () => {
    for (const missing of [{ serviceDeliveryLocationId: null }, { serviceDeliveryLocationId: undefined }]) {
      expect(await fieldsRefused(save(missing))).toEqual(['serviceDeliveryLocationId']);
    }
  });

  it('[R29] is the only one where the organization has one, chosen or not', async () => {
    const north = await house.actor('north.manager');
    const only = await house.database.serviceDeliveryLocation.findFirstOrThrow({
      where: { organizationId: north.organizationId },
    });
    for (const serviceDeliveryLocationId of [null, only.id]) {
      const id = await referredTo('north.manager', 'south.manager');
      await transfer(house, north, id, { serviceDeliveryLocationId });
      expect(await load(id)).toMatchObject({ serviceDeliveryLocationId: only.id });
    }
  });

  it('[R29] is not needed where the organization has none', async () => {
    const valley = await house.actor('valley.manager');
    const id = await referredTo('valley.manager');
    await transfer(house, valley, id, { serviceDeliveryLocationId: null });
    expect(await load(id)).toMatchObject({ serviceDeliveryLocationId: null });
  });
});

/** What an organization has to offer itself; with a location made for it where it has none, and whatever agreement it has. */
async function goodChoicesWithLocation(username: string): Promise<TransferChoices> {
  const { organizationId, staffId: caseManagerId } = await house.actor(username);
  const where = { organizationId };
  const office = await house.database.office.findFirstOrThrow({ where });
  const agreement = await house.database.agreement.findFirstOrThrow({ where });
  const { addressLine1, city, postalCode } = office;
  const location =
    (await house.database.serviceDeliveryLocation.findFirst({ where })) ??
    (await house.database.serviceDeliveryLocation.create({
      data: { organizationId, name: 'Hall', addressLine1, city, postalCode },
    }));
  return {
    officeId: office.id,
    caseManagerId,
    agreementId: agreement.id,
    serviceDeliveryLocationId: location.id,
  };
}
