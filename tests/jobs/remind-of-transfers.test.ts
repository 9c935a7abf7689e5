import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { addDays, isoDay } from '../../src/domain/program-day.ts';
import { declineReferral } from '../../src/domain/referrals/decline-referral.ts';
import { withdrawReferral } from '../../src/domain/referrals/withdraw-referral.ts';
import { remindOfTransfers } from '../../src/jobs/remind-of-transfers.ts';
import { openCase } from '../support/cases.ts';
import { buildHouse, type House } from '../support/house.ts';
import { race } from '../support/racing.ts';
import { submitted } from '../support/referrals.ts';

/** Late in the evening in Halifax: by the clock of Greenwich it is the next day already. */
const evening = new Date('2026-09-07T02:30:00Z');
const submitDay = new Date('2026-09-06');
/** When the job runs, so many days after the day of submit. */
const morning = (days: number) => new Date(addDays(submitDay, days).getTime() + 9.25 * 3_600_000);

let house: House;
let north: Actor;
let caseId: string;
let referralId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
beforeEach(async () => {
  house.setNow(evening);
  caseId = (await openCase(house, 'north.manager')).id;
  referralId = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
});
afterEach(() => house.setNow(null));
afterAll(async () => await house.stop());

async function runOn(days: number): Promise<void> {
  house.setNow(morning(days));
  await remindOfTransfers(house.platform);
}
const reminders = () =>
  house.database.homepageTask.findMany({
    where: { referralId, type: 'TRANSFER_STALE' },
    include: { assignee: { select: { username: true } } },
    orderBy: [{ dueOn: 'asc' }, { assignee: { username: 'asc' } }],
  });
const days = async () => [...new Set((await reminders()).map(({ dueOn }) => isoDay(dueOn)))];
const open = async () =>
  (await reminders()).flatMap(({ completedAt, assignee }) =>
    completedAt === null ? [assignee.username] : [],
  );

describe('a Case Transfer referral that waits', () => {
  it('[B8] is reminded of after 14 days by the calendar in Halifax, not before', async () => {
    await runOn(13);
    expect(await reminders()).toEqual([]);
    await runOn(14);
    expect(await reminders()).toMatchObject([
      {
        assignee: { username: 'north.manager' },
        organizationId: north.organizationId,
        aboutOrganizationId: (await house.organizationOf('south.manager')).id,
        caseId,
        dueOn: new Date('2026-09-20'),
      },
      {
        assignee: { username: 'south.admin' },
        organizationId: (await house.organizationOf('south.manager')).id,
        aboutOrganizationId: north.organizationId,
      },
    ]);
  });

  it('[B8] is reminded of every 14 days until it runs out, with one reminder open for each person told', async () => {
    for (let day = 0; day <= 120; day += 1) await runOn(day);
    const due = [14, 28, 42, 56, 70, 84].map((day) => isoDay(addDays(submitDay, day)));
    expect(await days()).toEqual(due);
    expect(await reminders()).toHaveLength(2 * due.length);
    expect(await open()).toEqual(['north.manager', 'south.admin']);
  });

  it('[B8] is reminded of once after an absence, and then on its usual days', async () => {
    await runOn(45);
    await runOn(46);
    await runOn(55);
    await runOn(56);
    expect(await days()).toEqual([45, 56].map((day) => isoDay(addDays(submitDay, day))));
  });

  it('[B8] is reminded of once by a job that runs twice, also at the same moment', async () => {
    house.setNow(morning(14));
    const run = () => remindOfTransfers(house.platform);
    await race(house.url, caseId, [run, run]);
    await run();
    expect(await open()).toEqual(['north.manager', 'south.admin']);
    expect(await reminders()).toHaveLength(2);
  });

  it('[B8] is not brought up again in the same fortnight by having dealt with the reminder', async () => {
    await runOn(14);
    const where = { referralId, type: 'TRANSFER_STALE' } as const;
    await house.database.homepageTask.updateMany({ where, data: { completedAt: morning(14) } });
    await runOn(15);
    expect(await open()).toEqual([]);
    await runOn(28);
    expect(await open()).toEqual(['north.manager', 'south.admin']);
  });
});

describe('who is reminded', () => {
  const setAgreement = (clientTracking: boolean) =>
    house.database.agreement.updateMany({
      where: { organization: { staff: { some: { username: 'south.manager' } } } },
      data: { clientTracking },
    });

  it('[B8] [D12] is the sender alone while the receiver could not act on it', async () => {
    await setAgreement(false);
    await runOn(14);
    await setAgreement(true);
    expect(await open()).toEqual(['north.manager']);
  });

  it('[B8] is the case manager where who submitted it has left, and the receiver’s case managers where it has no administrator', async () => {
    const other = await house.actor('north.manager2');
    referralId = await submitted(house, other, { caseId, type: 'CASE_TRANSFER' });
    const gone = { username: { in: ['north.manager2', 'south.admin'] } };
    await house.database.staff.updateMany({ where: gone, data: { disabledAt: evening } });
    await runOn(14);
    await house.database.staff.updateMany({ where: gone, data: { disabledAt: null } });
    expect(await open()).toEqual(['north.manager', 'south.manager', 'south.manager2']);
  });

  it('[B8] [D3] [D4] is nobody once it is withdrawn or declined, and reminders that were open are done', async () => {
    const south = await house.actor('south.manager');
    const end = { reason: 'Nothing comes of it', confirm: true };
    await runOn(14);
    await withdrawReferral(north, house.platform, { referralId, ...end });
    expect(await open()).toEqual([]);
    await runOn(28);
    expect(await days()).toEqual(['2026-09-20']);
    house.setNow(evening);
    referralId = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    await declineReferral(south, house.platform, { referralId, ...end });
    await runOn(14);
    expect(await reminders()).toEqual([]);
  });

  it('[B8] is nobody where a referral is for information', async () => {
    referralId = await submitted(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' });
    await runOn(14);
    expect(await reminders()).toEqual([]);
  });
});
