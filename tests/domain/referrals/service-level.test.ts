import { afterAll, beforeAll, expect, it } from 'vitest';
import { programDay } from '../../../src/domain/program-day.ts';
import { serviceLevel } from '../../../src/domain/referrals/service-level.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';

let house: House;
const noon = new Date(programDay(new Date(), 'America/Halifax').getTime() + 16 * 3_600_000);
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

beforeAll(async () => {
  house = await buildHouse();
  const manager = await house.actor('north.manager');
  const { id: caseId } = await house.caseOf('north.manager');
  house.setNow(noon);
  for (const emailedAfter of [1, 3, 20, null]) {
    const id = await submitted(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
    if (emailedAfter === null) continue;
    await house.database.referral.update({
      where: { id },
      data: { status: 'EMAILED', emailedAt: minutes(emailedAfter) },
    });
  }
});
afterAll(async () => await house.stop());

const measure = async (username: string, from: Date, to: Date, now = minutes(30)) =>
  serviceLevel(await house.actor(username), house.database, { from, to, now });

it('[R20][B1] measures Submitted to Emailed of each referral, and finds those that are late', async () => {
  expect(await measure('north.admin', noon, minutes(1))).toEqual({
    submitted: 4,
    emailed: 3,
    emailedInTime: 2,
    openAndLate: 1,
    shareInTime: 0.5,
    p50Seconds: 180,
    p95Seconds: expect.closeTo(1098, 3),
    maxSeconds: 1200,
  });
});

it('[R20] does not count a referral as late before 15 minutes have passed', async () => {
  expect(await measure('north.admin', noon, minutes(1), minutes(14))).toMatchObject({
    openAndLate: 0,
    shareInTime: 2 / 3,
  });
});

it('[B1] covers the period from its first instant up to its end', async () => {
  expect(await measure('north.admin', minutes(-10), noon)).toMatchObject({
    submitted: 0,
    shareInTime: null,
    p50Seconds: null,
  });
});

it('[B1] shows an organization its own referrals, and Employment Nova Scotia all', async () => {
  expect(await measure('south.admin', noon, minutes(1))).toMatchObject({ submitted: 0 });
  expect(await measure('ens.admin', noon, minutes(1))).toMatchObject({ submitted: 4 });
});
