import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateOrganization } from '../../../src/domain/network/update-organization.ts';
import { explainAccess } from '../../../src/domain/oversight/access-explanation.ts';
import { accessOn } from '../../../src/domain/oversight/access-on.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { makeOrganization } from '../../support/organizations.ts';
import { agePast, agreementsSaid, organizationWasClosed } from '../../support/past.ts';
import { submitted } from '../../support/referrals.ts';

let house: House;
let referred: OpenedCase;
beforeAll(async () => {
  house = await buildHouse();
});
beforeEach(async () => {
  await agePast(house);
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

/** An instant of March 2025; its third is a Monday. */
const at = (instant: string) => new Date(`2025-03-${instant}Z`);
const mondayToFriday = { from: at('03T12:00'), until: at('07T13:00') };

/** The client was referred to Valley on the first of March, and their case opened then. */
async function inMarch(): Promise<void> {
  const { id, personId } = referred;
  const createdAt = at('01T12:00');
  await house.database.case.update({ where: { id }, data: { createdAt } });
  await house.database.person.update({ where: { id: personId }, data: { createdAt } });
  house.setNow(at('01T15:00'));
  await informTo('valley.manager');
  house.setNow(null);
}

const informTo = async (to: string) =>
  await submitted(house, await house.actor('north.manager'), {
    caseId: referred.id,
    type: 'INFORMATIONAL_WITHIN',
    to,
  });

async function entriesOf(username: string, date: Date) {
  const asked = { personId: referred.personId, date };
  const { entries } = await accessOn(await house.actor('auditor'), house.platform, asked);
  const { id } = await house.organizationOf(username);
  return entries.filter(({ organizationId }) => organizationId === id);
}

/** By what its people could see the client on a day of March, from when and until when. */
async function seenBy(username: string, day: string): Promise<string[]> {
  const entries = await entriesOf(username, new Date(`2025-03-${day}`));
  return entries.map(({ relation, from, until, began, ended }) => {
    const times = [from, until].map((time) => time.toISOString().slice(8, 16)).join('–');
    return `${relation} ${times} ${began.cause} ${ended?.cause ?? 'goes on'}`;
  });
}

describe('[B10] [D12] an organization that was closed on a Monday and opened again on a Friday', () => {
  it('saw nothing in between of what it managed', async () => {
    await inMarch();
    await organizationWasClosed(house, 'north.manager', mondayToFriday);
    expect(await seenBy('north.manager', '03')).toEqual([
      'MANAGES 03T04:00–03T12:00 CASE_OPENED ORGANIZATION_CLOSED',
    ]);
    for (const day of ['04', '05', '06']) expect(await seenBy('north.manager', day)).toEqual([]);
    expect(await seenBy('north.manager', '07')).toEqual([
      'MANAGES 07T13:00–08T04:00 ORGANIZATION_OPENED_AGAIN goes on',
    ]);
  });

  it('nor of what referrals gave it, until they ran out', async () => {
    await inMarch();
    await organizationWasClosed(house, 'valley.manager', mondayToFriday);
    expect(await seenBy('valley.manager', '03')).toEqual([
      'INFORMATIONAL 03T04:00–03T12:00 REFERRAL_SUBMITTED ORGANIZATION_CLOSED',
    ]);
    expect(await seenBy('valley.manager', '05')).toEqual([]);
    expect(await seenBy('valley.manager', '07')).toEqual([
      'INFORMATIONAL 07T13:00–08T04:00 ORGANIZATION_OPENED_AGAIN EXPIRED',
    ]);
  });

  it('saw it from when it had an agreement again, where that came later', async () => {
    await inMarch();
    await organizationWasClosed(house, 'valley.manager', mondayToFriday);
    const without = { from: at('03T14:00'), until: at('07T18:00') };
    await agreementsSaid(house, 'valley.manager', { clientTracking: false }, without);
    expect(await seenBy('valley.manager', '03')).toEqual([
      'INFORMATIONAL 03T04:00–03T12:00 REFERRAL_SUBMITTED ORGANIZATION_CLOSED',
    ]);
    expect(await seenBy('valley.manager', '07')).toEqual([
      'INFORMATIONAL 07T18:00–08T04:00 ELIGIBLE_AGAIN EXPIRED',
    ]);
  });

  it('has that said in a sentence of each language', async () => {
    await inMarch();
    await organizationWasClosed(house, 'north.manager', mondayToFriday);
    const [entry] = (await entriesOf('north.manager', new Date('2025-03-07'))).map(explainAccess);
    expect(entry).toEqual({
      EN: `The organization managed case ${referred.number}. It began when the organization was opened again.`,
      FR: `L’organisme gérait le cas ${referred.number}. Cela a commencé à la réouverture de l’organisme.`,
    });
  });
});

it('[B10] [D12] what Employment Nova Scotia closes and opens again is told from when it did', async () => {
  const { id: organizationId, username } = await makeOrganization(house.database, 'closing');
  await informTo(username);
  const { now, timeZone } = house.platform;
  const today = async () =>
    (await entriesOf(username, programDay(now(), timeZone))).map(({ began, ended }) => [
      began.cause,
      ended?.cause ?? 'goes on',
    ]);
  const ens = await house.actor('ens.admin');
  const referral = ['REFERRAL_SUBMITTED', 'ORGANIZATION_CLOSED'];
  await updateOrganization(ens, house.platform, { organizationId, closed: true });
  expect(await today()).toEqual([referral]);
  await updateOrganization(ens, house.platform, { organizationId, closed: false });
  expect(await today()).toEqual([referral, ['ORGANIZATION_OPENED_AGAIN', 'goes on']]);
});
