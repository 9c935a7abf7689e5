import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer, transferByNetwork } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let valley: Actor;
let referred: OpenedCase;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  valley = await house.actor('valley.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

/** Submitted by a process whose clock is two seconds ahead of the one that ends the referral. */
async function submittedAhead(to: string): Promise<string> {
  const now = new Date();
  house.setNow(new Date(now.getTime() + 2_000));
  const wanted = { caseId: referred.id, type: 'CASE_TRANSFER', to } as const;
  return await submitted(house, north, wanted).finally(() => house.setNow(now));
}

it.each([
  ['D3', 'WITHDRAWN', (referralId: string) => withdrawReferral(north, house.platform, input(referralId))],
  ['D4', 'DECLINED', (referralId: string) => declineReferral(valley, house.platform, input(referralId))],
  ['D5', 'TRANSFERRED', () => transferByNetwork(house, referred.id, valley)],
  ['D6', 'SUPERSEDED', () => transferByNetwork(house, referred.id, south)],
] as const)(
  '[%s] [D8] a referral can come to its end, %s, in the moment in which it began, though clocks differ',
  async (_rule, endCause, end) => {
    const referralId = await submittedAhead('valley.manager');
    await end(referralId).finally(() => house.setNow(null));
    const access = await house.database.referralAccess.findUniqueOrThrow({ where: { referralId } });
    expect(access).toMatchObject({ endCause, endedAt: access.beganAt });
  },
);

it('[D6] [D8] of the referrals that a transfer ends, each ends no earlier than it began', async () => {
  const wanted = { caseId: referred.id, type: 'CASE_TRANSFER' } as const;
  const taken = await submitted(house, north, wanted);
  await submittedAhead('valley.manager');
  const now = house.platform.now();
  await transfer(house, south, referred.id).finally(() => house.setNow(null));
  const accesses = await house.database.referralAccess.findMany({ where: { caseId: referred.id } });
  const expected = accesses.map(({ referralId, beganAt }) => (referralId === taken ? now : beganAt));
  expect(accesses.map(({ endedAt }) => endedAt)).toEqual(expected);
});

function input(referralId: string) {
  return { referralId, reason: 'Nothing comes of it', confirm: true };
}
