import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessOn } from '../../../src/domain/oversight/access-on.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { accountWas, agePast } from '../../support/past.ts';
import { submitted } from '../../support/referrals.ts';

let house: House;
let personId: string;
beforeAll(async () => {
  house = await buildHouse();
});
beforeEach(async () => {
  await agePast(house);
  const { id } = await openCase(house, 'north.manager');
  const createdAt = at('01T12:00');
  ({ personId } = await house.database.case.update({ where: { id }, data: { createdAt } }));
  await house.database.person.update({ where: { id: personId }, data: { createdAt } });
  house.setNow(at('05T15:00'));
  const north = await house.actor('north.manager');
  await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER', to: 'south.manager' });
  house.setNow(null);
});
afterAll(async () => await house.stop());

/** An instant of March 2025. */
const at = (instant: string) => new Date(`2025-03-${instant}Z`);
const during = (from: string, until: string) => ({ from: at(from), until: at(until) });

/** Whose accounts of an organization could see the client on a day of March 2025. */
async function whoOf(username: string, day: string): Promise<string[]> {
  const date = new Date(`2025-03-${day}`);
  const { entries } = await accessOn(await house.actor('auditor'), house.platform, { personId, date });
  const { id } = await house.organizationOf(username);
  const here = entries.filter(({ organizationId }) => organizationId === id);
  expect(here.length).toBeLessThan(2);
  return here.flatMap(({ staff }) => staff.map((member) => member.username));
}

const south = ['south.manager2', 'south.manager', 'south.admin'];
const without = (username: string) => south.filter((one) => one !== username);

describe('[B10] whose accounts could see a client on a day goes by what they were then:', () => {
  it('a member who administered the network, and does so no more', async () => {
    await accountWas(house, 'auditor', { roles: ['ENS_ADMINISTRATOR'] }, during('06T12:00', '07T12:00'));
    expect(await whoOf('ens.admin', '05')).toEqual(['ens.admin']);
    expect((await whoOf('ens.admin', '06')).toSorted()).toEqual(['auditor', 'ens.admin']);
    expect((await whoOf('ens.admin', '07')).toSorted()).toEqual(['auditor', 'ens.admin']);
    expect(await whoOf('ens.admin', '08')).toEqual(['ens.admin']);
  });

  it('an administrator of the network of today who was none yet', async () => {
    await accountWas(house, 'ens.admin', { roles: ['CASE_MANAGER'] }, during('06T03:00', '08T12:00'));
    expect(await whoOf('ens.admin', '07')).toEqual([]);
    expect(await whoOf('ens.admin', '08')).toEqual(['ens.admin']);
  });

  it('a role of Employment Nova Scotia held elsewhere gives nothing', async () => {
    await accountWas(
      house,
      'south.manager2',
      { roles: ['ENS_ADMINISTRATOR'] },
      during('06T03:00', '08T12:00'),
    );
    expect(await whoOf('south.manager', '06')).toEqual(without('south.manager2'));
  });

  it('a member who was disabled for a while', async () => {
    await accountWas(house, 'south.manager2', { active: false }, during('06T12:00', '08T12:00'));
    expect(await whoOf('south.manager', '06')).toEqual(south);
    expect(await whoOf('south.manager', '07')).toEqual(without('south.manager2'));
    expect(await whoOf('south.manager', '08')).toEqual(south);
  });

  it('a member who was disabled within the day, before the referral came', async () => {
    await accountWas(house, 'south.manager2', { active: false }, during('05T14:00', '07T12:00'));
    expect(await whoOf('south.manager', '05')).toEqual(without('south.manager2'));
    await accountWas(house, 'south.manager', { active: false }, during('05T16:00', '07T12:00'));
    expect(await whoOf('south.manager', '05')).toEqual(without('south.manager2'));
  });

  it('to the instant: from when it began, and up to when it ended', async () => {
    await accountWas(house, 'south.manager', { active: false }, during('06T03:59:59.999', '07T04:00'));
    await accountWas(house, 'south.manager2', { active: false }, during('06T04:00', '07T03:59:59.999'));
    expect(await whoOf('south.manager', '06')).toEqual(without('south.manager'));
  });

  it('a case manager who had no role that sees cases', async () => {
    await accountWas(house, 'south.manager', { roles: [] }, during('06T03:00', '08T12:00'));
    expect(await whoOf('south.manager', '06')).toEqual(without('south.manager'));
  });

  it('an auditor of the organization, who sees its cases too', async () => {
    await accountWas(house, 'south.manager', { roles: ['AUDITOR'] }, during('06T03:00', '08T12:00'));
    expect(await whoOf('south.manager', '06')).toEqual(south);
  });

  it('a service account, while it had a scope that sees cases', async () => {
    const { database } = house;
    const { id: organizationId } = await house.organizationOf('south.manager');
    await database.staff.create({
      data: {
        ...{ organizationId, username: 'south.program', givenName: '', familyName: 'AAA' },
        ...{ email: 'program@test.example', roles: ['INTEGRATION'], scopes: ['SUBSCRIBE'] },
      },
    });
    await agePast(house);
    const scopes = ['READ_CASES', 'SUBSCRIBE'] as const;
    await accountWas(house, 'south.program', { scopes: [...scopes] }, during('06T12:00', '07T04:00'));
    expect(await whoOf('south.manager', '05')).toEqual(south);
    expect(await whoOf('south.manager', '06')).toEqual(['south.program', ...south]);
    expect(await whoOf('south.manager', '07')).toEqual(south);
  });

  it('a member who worked at another organization', async () => {
    const { id: organizationId } = await house.organizationOf('valley.manager');
    await accountWas(house, 'south.manager', { organizationId }, during('06T03:00', '08T12:00'));
    await accountWas(
      house,
      'valley.manager',
      { organizationId: (await house.organizationOf('south.manager')).id },
      during('06T03:00', '08T12:00'),
    );
    expect((await whoOf('south.manager', '06')).toSorted()).toEqual(
      [...without('south.manager'), 'valley.manager'].toSorted(),
    );
  });
});
