import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired } from '../../../src/domain/errors.ts';
import { PossibleDuplicate } from '../../../src/domain/referrals/possible-duplicate.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { completeDraft } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';

const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);
const minute = 60_000;
const day = 24 * 60 * minute;

let house: House;
let manager: Actor;
let caseId: string;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  ({ id: caseId } = await openCase(house, 'north.manager'));
});
afterAll(async () => await house.stop());

const draft = (type: ReferralType, to = 'south.manager') =>
  completeDraft(house, manager, { caseId, type, to });
const submit = (referralId: string, more: { acknowledgeDuplicate?: boolean; confirm?: boolean } = {}) =>
  submitReferral(manager, house.platform, { referralId, confirm: true, ...more });
const inTime = (milliseconds: number) => house.setNow(new Date(noon.getTime() + milliseconds));
const statusOf = async (id: string) =>
  (await house.database.referral.findUniqueOrThrow({ where: { id } })).status;

async function earlierOf(attempt: Promise<unknown>): Promise<string[]> {
  const refusal = await refusalOf(attempt);
  if (!(refusal instanceof PossibleDuplicate)) throw refusal;
  return refusal.earlierIds;
}

describe.each(Object.values(ReferralType))(
  'a second %s of the same case to the same organization',
  (type) => {
    it('[D10] is refused with the earlier one, and changes nothing', async () => {
      const first = await draft(type);
      await submit(first);
      const second = await draft(type);
      const before = await snapshot(house.database);
      expect(await earlierOf(submit(second))).toEqual([first]);
      expect(await snapshot(house.database)).toEqual(before);
    });

    it('[D10] [D14] goes out once it is acknowledged, which is audited', async () => {
      const first = await draft(type);
      await submit(first, { acknowledgeDuplicate: true });
      const second = await draft(type);
      await submit(second, { acknowledgeDuplicate: true });
      expect(await statusOf(second)).toBe('SUBMITTED');
      const events = await house.database.auditEvent.findMany({
        where: { caseId, action: 'referral.submit' },
        orderBy: { at: 'asc' },
      });
      expect(events.map(({ details }) => details)).toEqual([
        [],
        ['acknowledgeDuplicate', `Referral:${first}`],
      ]);
    });

    it('[D10] is asked about for 24 hours', async () => {
      const first = await draft(type);
      await submit(first);
      const second = await draft(type);
      inTime(day);
      expect(await earlierOf(submit(second))).toEqual([first]);
      inTime(day + 1);
      await submit(second);
      expect(await statusOf(second)).toBe('SUBMITTED');
    });
  },
);

describe('what it is held against', () => {
  it('[D10] is every submitted or emailed one, newest first, and no draft', async () => {
    const type = 'INFORMATIONAL_WITHIN';
    const first = await draft(type);
    await submit(first);
    inTime(minute);
    const second = await draft(type);
    await submit(second, { acknowledgeDuplicate: true });
    await house.database.referral.update({
      where: { id: second },
      data: { status: 'EMAILED', emailedAt: noon },
    });
    await draft(type);
    inTime(2 * minute);
    expect(await earlierOf(submit(await draft(type)))).toEqual([second, first]);
  });

  it('[D10] is no other type, organization or case', async () => {
    await submit(await draft('CASE_TRANSFER'));
    await submit(await draft('INFORMATIONAL_WITHIN'));
    await submit(await draft('INFORMATIONAL_WITHIN', 'valley.manager'));
    ({ id: caseId } = await openCase(house, 'north.manager'));
    await submit(await draft('CASE_TRANSFER'));
  });

  it.each(['Harbour Food Bank', 'harbour  food bank', 'HÀRBOUR FOOD-BANK', 'Ｈarbour Foodbank.'])(
    '[D10] outside LaMPSS is the name as it was typed, or as %j',
    async (organizationName) => {
      const first = await draft('INFORMATIONAL_OUTSIDE');
      await submit(first);
      const second = await draft('INFORMATIONAL_OUTSIDE');
      await updateReferral(manager, house.platform, { referralId: second, organizationName });
      expect(await earlierOf(submit(second))).toEqual([first]);
    },
  );

  it.each(['Harbour Food Bank 2', 'Food Bank', 'Harbour Pêche'])(
    '[D10] outside LaMPSS is not another name: %j',
    async (organizationName) => {
      await submit(await draft('INFORMATIONAL_OUTSIDE'));
      const second = await draft('INFORMATIONAL_OUTSIDE');
      await updateReferral(manager, house.platform, { referralId: second, organizationName });
      await submit(second);
      expect(await statusOf(second)).toBe('SUBMITTED');
    },
  );
});

describe('when it is asked', () => {
  it('[D10] [R15] before the confirmation, which is still needed after it', async () => {
    await submit(await draft('CASE_TRANSFER'));
    const second = await draft('CASE_TRANSFER');
    expect(await earlierOf(submit(second, { confirm: false }))).toHaveLength(1);
    const acknowledged = submit(second, { confirm: false, acknowledgeDuplicate: true });
    await expect(acknowledged).rejects.toBeInstanceOf(ConfirmationRequired);
    expect(await statusOf(second)).toBe('DRAFT');
  });

  it('[D10] [D9] of four drafts submitted at the same moment one goes out and three are asked about', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft('INFORMATIONAL_WITHIN')));
    const results = await race(
      house.url,
      caseId,
      drafts.map((id) => () => submit(id)),
    );
    const submitted = drafts.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(submitted).toHaveLength(1);
    for (const result of results.filter(({ status }) => status === 'rejected')) {
      expect(result).toMatchObject({ reason: { name: 'PossibleDuplicate', earlierIds: submitted } });
    }
    const statuses = await Promise.all(drafts.map(statusOf));
    expect(statuses.toSorted()).toEqual(['DRAFT', 'DRAFT', 'DRAFT', 'SUBMITTED']);
  });
});
