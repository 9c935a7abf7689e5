import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { ReferralEnded } from '../../../src/domain/referrals/referral-ended.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { expireAccess } from '../../../src/jobs/expire-access.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let referred: OpenedCase;
let referralId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
  referralId = await submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER' });
});
afterAll(async () => await house.stop());

const input = () => ({ referralId, reason: 'Nothing comes of it', confirm: true });
const withdraw = () => withdrawReferral(north, house.platform, input());
const decline = () => declineReferral(south, house.platform, input());
const take = () => transfer(house, south, referred.id);
const outcome = async () =>
  (await house.database.referralAccess.findUniqueOrThrow({ where: { referralId } })).endCause;

/** Lets attempts go at once; answers with what came of those that were refused. */
async function refusals(...attempts: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const settled = await race(house.url, referred.id, attempts);
  return settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
}

it('[D9] [D3] [D4] of withdrawing and declining at the same moment one happens, and the other is told which', async () => {
  const [refusal, ...others] = await refusals(withdraw, decline);
  expect(others).toEqual([]);
  expect(refusal).toBeInstanceOf(ReferralEnded);
  expect(refusal).toMatchObject({ outcome: { cause: await outcome() } });
});

it('[D9] [D3] a double click on withdraw withdraws once', async () => {
  const [refusal, ...others] = await refusals(withdraw, withdraw);
  expect(others).toEqual([]);
  expect(refusal).toMatchObject({ outcome: { cause: 'WITHDRAWN' } });
  const told = { referralId, type: 'REFERRAL_WITHDRAWN' } as const;
  expect(await house.database.homepageTask.count({ where: told })).toBe(1);
});

it('[D9] [D3] of withdrawing and the transfer at the same moment one happens', async () => {
  const [refusal, ...others] = await refusals(withdraw, take);
  expect(others).toEqual([]);
  // Whoever comes too late no longer sees what it was about.
  expect(refusal).toBeInstanceOf(NotFound);
  const { organizationId } = await house.database.case.findUniqueOrThrow({ where: { id: referred.id } });
  expect([await outcome(), organizationId]).toEqual(
    (await outcome()) === 'WITHDRAWN'
      ? ['WITHDRAWN', north.organizationId]
      : ['TRANSFERRED', south.organizationId],
  );
});

it('[D9] [D4] of declining and the transfer at the same moment one happens', async () => {
  const [refusal, ...others] = await refusals(decline, take);
  expect(others).toEqual([]);
  expect(refusal instanceof ReferralEnded || refusal instanceof NotFound).toBe(true);
  expect(['DECLINED', 'TRANSFERRED']).toContain(await outcome());
});

it('[D8] two workers that expire the same access at once tell the sender once', async () => {
  const { expiresAt } = await house.database.referralAccess.findUniqueOrThrow({ where: { referralId } });
  house.setNow(expiresAt);
  const expire = () => expireAccess(house.platform);
  expect(await refusals(expire, expire)).toEqual([]);
  house.setNow(null);
  const told = { referralId, type: 'REFERRAL_EXPIRED' } as const;
  expect(await house.database.homepageTask.count({ where: told })).toBe(1);
});
