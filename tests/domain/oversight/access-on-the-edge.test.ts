import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { accessOn } from '../../../src/domain/oversight/access-on.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import type { Case } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { agePast } from '../../support/past.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let referred: Case;
beforeAll(async () => {
  house = await buildHouse();
  await agePast(house);
});
beforeEach(async () => {
  const { id } = await openCase(house, 'north.manager');
  const createdAt = new Date('2025-03-01T12:00Z');
  referred = await house.database.case.update({ where: { id }, data: { createdAt } });
  await house.database.person.update({ where: { id: referred.personId }, data: { createdAt } });
  house.setNow(null);
});
afterAll(async () => await house.stop());

const at = (instant: string) => new Date(`2025-${instant}Z`);

async function referAt(instant: string): Promise<string> {
  house.setNow(at(instant));
  const north = await house.actor('north.manager');
  return await submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER', to: 'south.manager' });
}

/** By what somebody could see the client on a day, from when and until when, but for Employment Nova Scotia. */
async function seenBy(day: string, username: string): Promise<string[]> {
  house.setNow(null);
  const asked = { personId: referred.personId, date: new Date(day) };
  const { entries } = await accessOn(await house.actor('auditor'), house.platform, asked);
  const { id } = await house.organizationOf(username);
  return entries
    .filter(({ organizationId }) => organizationId === id)
    .map(({ relation, from, until }) => `${relation} ${from.toISOString()} ${until.toISOString()}`);
}

it('[B10] [R32] a transfer at midnight ends the one day for the one, and begins the next for the other', async () => {
  await referAt('03-05T15:00');
  house.setNow(at('03-07T04:00'));
  await transfer(house, await house.actor('south.manager'), referred.id);
  expect(await seenBy('2025-03-06', 'north.manager')).toEqual([
    'MANAGES 2025-03-06T04:00:00.000Z 2025-03-07T04:00:00.000Z',
  ]);
  expect(await seenBy('2025-03-07', 'north.manager')).toEqual([]);
  expect(await seenBy('2025-03-06', 'south.manager')).toEqual([
    'OPEN_CASE_TRANSFER 2025-03-06T04:00:00.000Z 2025-03-07T04:00:00.000Z',
  ]);
  expect(await seenBy('2025-03-07', 'south.manager')).toEqual([
    'MANAGES 2025-03-07T04:00:00.000Z 2025-03-08T04:00:00.000Z',
  ]);
});

it('[B10] [D3] what began and ended within the day is told; what ended as it began was nothing', async () => {
  const withdraw = async (referralId: string, instant: string) => {
    house.setNow(at(instant));
    const input = { referralId, reason: 'The client has moved away', confirm: true };
    await withdrawReferral(await house.actor('north.manager'), house.platform, input);
  };
  await withdraw(await referAt('03-05T15:00'), '03-05T15:30');
  await withdraw(await referAt('03-06T15:00'), '03-06T15:00');
  expect(await seenBy('2025-03-05', 'south.manager')).toEqual([
    'OPEN_CASE_TRANSFER 2025-03-05T15:00:00.000Z 2025-03-05T15:30:00.000Z',
  ]);
  expect(await seenBy('2025-03-06', 'south.manager')).toEqual([]);
});
