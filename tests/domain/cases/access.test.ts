import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import type { Case } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';
import { manages, seesPerson, seesSummary, whoSees } from '../../support/who-sees.ts';

let house: House;
let manager: Actor;
let referred: Case;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds);
/** Employment Nova Scotia’s administrator sees everything; the auditor beside them nothing of clients. */
const always = { 'ens.admin': manages };
const senderAlone = { ...always, 'north.manager': manages };

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const refer = (type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' | 'INFORMATIONAL_OUTSIDE', to?: string) =>
  submitted(house, manager, { caseId: referred.id, type, ...(to === undefined ? {} : { to }) });

describe('without any referral', () => {
  it('[R24] only the managing organization sees person and case, and Employment Nova Scotia’s administrator', async () => {
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });
});

describe('Informational (within LaMPSS)', () => {
  it('[R24] brings the person to the receiver from submit, not before; the case never', async () => {
    const wanted = { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' as const };
    const referralId = await completeDraft(house, manager, wanted);
    expect(await whoSees(house, referred)).toEqual(senderAlone);
    await submitReferral(manager, house.platform, { referralId, confirm: true });
    expect(await whoSees(house, referred)).toEqual({ ...senderAlone, 'south.manager': seesPerson });
  });

  it('[R24] leaves the case with the sender, who goes on managing it', async () => {
    await refer('INFORMATIONAL_WITHIN');
    const { organizationId, caseManagerId } = referred;
    const row = await house.database.case.findUnique({ where: { id: referred.id } });
    expect(row).toMatchObject({ organizationId, caseManagerId });
    await refer('INFORMATIONAL_OUTSIDE');
  });

  it('[R24] [D8] gives access for 365 days, to the millisecond, and no longer', async () => {
    await refer('INFORMATIONAL_WITHIN');
    const expiry = addDays(noon, 365);
    house.setNow(new Date(expiry.getTime() - 1));
    expect(await whoSees(house, referred)).toEqual({ ...senderAlone, 'south.manager': seesPerson });
    house.setNow(expiry);
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });

  it('[R24] brings no other person and no other case of the same person', async () => {
    const other = await openCase(house, 'north.manager');
    const {
      id: _,
      number: __,
      ...like
    } = await house.database.case.findUniqueOrThrow({
      where: { id: referred.id },
    });
    const second = await house.database.case.create({ data: { ...like, number: '11111111' } });
    await refer('CASE_TRANSFER', 'valley.manager');
    await refer('INFORMATIONAL_WITHIN');
    expect(await whoSees(house, other)).toEqual(senderAlone);
    expect(await whoSees(house, second)).toEqual({
      ...senderAlone,
      'south.manager': seesPerson,
      'valley.manager': seesPerson,
    });
  });

  it('[R24] a draft that is cancelled has brought nothing to anyone', async () => {
    const wanted = { caseId: referred.id, type: 'CASE_TRANSFER' as const };
    const referralId = await completeDraft(house, manager, wanted);
    await cancelReferral(manager, house.platform, { referralId, confirm: true });
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });
});

describe('Informational (outside LaMPSS)', () => {
  it('[R25] gives nobody access, and the case may be closed afterwards', async () => {
    const id = await refer('INFORMATIONAL_OUTSIDE');
    expect(await whoSees(house, referred)).toEqual(senderAlone);
    expect(await house.database.referralAccess.count({ where: { referralId: id } })).toBe(0);
    await house.database.case.update({
      where: { id: referred.id },
      data: { status: 'CLOSED', closedOn: noon },
    });
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });

  it('[R25] to a name that is an organization’s in LaMPSS gives that organization nothing either', async () => {
    const { name } = await house.organizationOf('south.manager');
    const wanted = { caseId: referred.id, type: 'INFORMATIONAL_OUTSIDE' as const };
    const referralId = await completeDraft(house, manager, wanted);
    await house.database.referral.update({
      where: { id: referralId },
      data: { outsideOrganizationName: name },
    });
    await submitReferral(manager, house.platform, { referralId, confirm: true });
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });
});

describe('Case Transfer', () => {
  it('[R26] shows the receiver person and summary from submit, not before, and does not move the case', async () => {
    const wanted = { caseId: referred.id, type: 'CASE_TRANSFER' as const };
    const referralId = await completeDraft(house, manager, wanted);
    expect(await whoSees(house, referred)).toEqual(senderAlone);
    const before = await house.database.case.findUnique({ where: { id: referred.id } });
    await submitReferral(manager, house.platform, { referralId, confirm: true });
    expect(await whoSees(house, referred)).toEqual({ ...senderAlone, 'south.manager': seesSummary });
    expect(await house.database.case.findUnique({ where: { id: referred.id } })).toEqual(before);
  });

  it('[R26] to one and information to another shows each what its own referral gives', async () => {
    await refer('CASE_TRANSFER', 'valley.manager');
    await refer('INFORMATIONAL_WITHIN', 'south.manager');
    expect(await whoSees(house, referred)).toEqual({
      ...senderAlone,
      'south.manager': seesPerson,
      'valley.manager': seesSummary,
    });
  });

  it('[R32] once completed, leaves the previous organization neither the case nor the person', async () => {
    await refer('CASE_TRANSFER');
    await transfer(house, await house.actor('south.manager'), referred.id);
    expect(await whoSees(house, referred)).toEqual({ ...always, 'south.manager': manages });
  });

  it('[D8] gives access for 90 days, to the millisecond, and no longer', async () => {
    await refer('CASE_TRANSFER');
    const expiry = addDays(noon, 90);
    house.setNow(new Date(expiry.getTime() - 1));
    expect(await whoSees(house, referred)).toEqual({ ...senderAlone, 'south.manager': seesSummary });
    house.setNow(expiry);
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });

  it('[D8] gives no access before it was submitted, seen from an earlier moment', async () => {
    await refer('CASE_TRANSFER');
    house.setNow(later(-1));
    expect(await whoSees(house, referred)).toEqual(senderAlone);
  });
});

describe('a receiver that can no longer receive', () => {
  let south: string;
  beforeEach(async () => {
    south = (await house.organizationOf('south.manager')).id;
    await refer('CASE_TRANSFER');
    const second = await openCase(house, 'north.manager');
    await submitted(house, manager, { caseId: second.id, type: 'INFORMATIONAL_WITHIN' });
    expect(await whoSees(house, referred)).toHaveProperty(['south.manager'], seesSummary);
    expect(await whoSees(house, second)).toHaveProperty(['south.manager'], seesPerson);
    informed = second;
  });
  afterEach(async () => {
    await house.database.organization.update({ where: { id: south }, data: { closedAt: null } });
    await house.database.agreement.updateMany({
      where: { number: 'OFA-207358' },
      data: { clientTracking: true, endsOn: addDays(noon, 1_000) },
    });
  });
  let informed: Case;
  const nothingLeft = async () => {
    expect(await whoSees(house, referred)).toEqual(senderAlone);
    expect(await whoSees(house, informed)).toEqual(senderAlone);
  };

  it('[D12] because its agreement has ended sees nothing from the day after', async () => {
    const endsOn = programDay(noon, 'America/Halifax');
    await house.database.agreement.updateMany({ where: { number: 'OFA-207358' }, data: { endsOn } });
    expect(await whoSees(house, referred)).toHaveProperty(['south.manager'], seesSummary);
    house.setNow(addDays(noon, 1));
    await nothingLeft();
  });

  it('[D12] because it lost client tracking sees nothing', async () => {
    const data = { clientTracking: false };
    await house.database.agreement.updateMany({ where: { organizationId: south }, data });
    await nothingLeft();
  });

  it('[D12] because it was closed sees nothing, and nobody of it can sign in', async () => {
    await house.database.organization.update({ where: { id: south }, data: { closedAt: noon } });
    await nothingLeft();
    await expect(house.actor('south.manager')).rejects.toThrow();
  });
});
