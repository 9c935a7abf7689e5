import { afterAll, beforeAll, expect, it } from 'vitest';
import { NotFound } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { findReferralOrganizations } from '../../../src/domain/referrals/find-referral-organizations.ts';
import type { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';

let house: House;
let caseId: string;
const valley = 'Annapolis Valley Career Centre';
const south = 'South Shore Works Association';

beforeAll(async () => {
  house = await buildHouse();
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

async function offered(username: string, type: ReferralType, search?: string | null): Promise<string[]> {
  const day = programDay(new Date(), house.platform.timeZone);
  const wanted = { caseId, type, search };
  const found = await house.database.organization.findMany({
    where: await findReferralOrganizations(await house.actor(username), house.database, day, wanted),
    orderBy: { name: 'asc' },
  });
  return found.map(({ name }) => name);
}

it.each(['CASE_TRANSFER', 'INFORMATIONAL_WITHIN'] as const)(
  '[R5][R6] a %s has its list of organizations, which can be searched by part of a name',
  async (type) => {
    expect(await offered('north.manager', type)).toEqual([valley, south]);
    expect(await offered('north.manager', type, null)).toEqual([valley, south]);
    expect(await offered('north.manager', type, ' valley ')).toEqual([valley]);
    expect(await offered('north.manager', type, 'NORTH')).toEqual([]);
  },
);

it('[R5] a referral outside has no list, for its organization is typed', async () => {
  expect(await offered('north.manager', 'INFORMATIONAL_OUTSIDE')).toEqual([]);
});

it('[R32] another organization gets no list for the case, which does not exist to it', async () => {
  for (const username of ['south.manager', 'expired.admin', 'ens.admin', 'auditor']) {
    await expect(offered(username, 'CASE_TRANSFER'), username).rejects.toBeInstanceOf(NotFound);
  }
});
