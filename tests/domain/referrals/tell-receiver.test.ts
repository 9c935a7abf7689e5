import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import type { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';

let house: House;
let north: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
beforeEach(async () => {
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

const refer = (type: ReferralType) => submitted(house, north, { caseId, type });
const tasks = (referralId: string) =>
  house.database.homepageTask.findMany({
    where: { referralId },
    include: { assignee: { select: { username: true } } },
    orderBy: { assignee: { username: 'asc' } },
  });
const told = async (referralId: string) => (await tasks(referralId)).map(({ assignee }) => assignee.username);
async function without<Result>(usernames: string[], act: () => Promise<Result>): Promise<Result> {
  const where = { username: { in: usernames } };
  await house.database.staff.updateMany({ where, data: { disabledAt: new Date() } });
  const result = await act();
  await house.database.staff.updateMany({ where, data: { disabledAt: null } });
  return result;
}

it.each(['CASE_TRANSFER', 'INFORMATIONAL_WITHIN'] as const)(
  '[R24] [R26] [R36] the receiver’s administrator is told of a referral that was submitted: %s',
  async (type) => {
    expect(await tasks(await refer(type))).toMatchObject([
      {
        type: 'REFERRAL_RECEIVED',
        assignee: { username: 'south.admin' },
        organizationId: (await house.organizationOf('south.admin')).id,
        caseId,
        aboutOrganizationId: north.organizationId,
        createdById: north.staffId,
        dueOn: programDay(house.platform.now(), house.platform.timeZone),
        completedAt: null,
      },
    ]);
  },
);

it('[R24] [R26] its case managers are told where it has no administrator who is active', async () => {
  const referralId = await without(['south.admin'], () => refer('CASE_TRANSFER'));
  expect(await told(referralId)).toEqual(['south.manager', 'south.manager2']);
});

it('[R24] nobody is told where nobody is there, and the referral goes out all the same', async () => {
  const all = ['south.admin', 'south.manager', 'south.manager2'];
  const referralId = await without(all, () => refer('INFORMATIONAL_WITHIN'));
  expect(await told(referralId)).toEqual([]);
  expect(await house.database.correspondence.count({ where: { referralId } })).toBe(1);
});

it('[R25] outside LaMPSS nobody gets a task', async () => {
  expect(await told(await refer('INFORMATIONAL_OUTSIDE'))).toEqual([]);
});

it('[R15] [D9] nobody is told before it is submitted, nor twice', async () => {
  const referralId = await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER' });
  const unconfirmed = submitReferral(north, house.platform, { referralId, confirm: false });
  await expect(unconfirmed).rejects.toBeInstanceOf(ConfirmationRequired);
  expect(await told(referralId)).toEqual([]);
  const submit = () => submitReferral(north, house.platform, { referralId, confirm: true });
  await submit();
  await submit();
  expect(await told(referralId)).toEqual(['south.admin']);
});
