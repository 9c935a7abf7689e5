import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { completeHomepageTasks } from '../../../src/domain/homepage/complete-homepage-tasks.ts';
import { reopenHomepageTasks } from '../../../src/domain/homepage/reopen-homepage-tasks.ts';
import { TasksNotReopenable } from '../../../src/domain/homepage/tasks-not-reopenable.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { liveEvents } from '../../support/live-events.ts';
import { makeTasks } from '../../support/own-tasks.ts';
import { race } from '../../support/racing.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';
import { transfer } from '../../support/transfers.ts';

const noon = new Date('2026-09-07T16:00:00Z');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

let house: House;
let north: Actor;
let ids: string[];
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  await house.database.homepageTask.deleteMany();
  ids = await makeTasks(house.database, 'north.manager', 3);
});
afterAll(async () => await house.stop());

const complete = (taskIds: string[], by = north) => completeHomepageTasks(by, house.platform, taskIds);
const reopen = (taskIds: string[], by = north) => reopenHomepageTasks(by, house.platform, taskIds);
const tasks = () => house.database.homepageTask.findMany({ orderBy: { id: 'asc' } });
const done = async () => (await tasks()).filter(({ completedAt }) => completedAt !== null).length;

/** The reasons by which tasks were refused, and that nothing was changed. */
async function reasons(taskIds: string[], by = north): Promise<Record<string, string>> {
  const refusal = await refusalWithoutChange(house.database, () => reopen(taskIds, by));
  if (!(refusal instanceof TasksNotReopenable)) throw refusal;
  return Object.fromEntries(refusal.tasks.map(({ taskId, reason }) => [taskId, reason]));
}

it('[R38] reopens one or many that one has completed oneself, and says so live and in the audit trail', async () => {
  await complete(ids);
  expect(await tasks()).toMatchObject(ids.map(() => ({ completedAt: noon, completedById: north.staffId })));
  const told = (await liveEvents(house.database)).length;
  house.setNow(hours(24));
  await reopen(ids.slice(0, 2));
  expect(await tasks()).toMatchObject([
    { completedAt: null, completedById: null },
    { completedAt: null, completedById: null },
    { completedAt: noon, completedById: north.staffId },
  ]);
  const events = (await liveEvents(house.database)).slice(told);
  expect(events.map(({ topic, subjectId }) => [topic, subjectId])).toEqual(
    ids.slice(0, 2).map((id) => ['homepageTask', id]),
  );
  const where = { action: 'homepageTask.reopen', actorId: north.staffId };
  expect(await house.database.auditEvent.count({ where })).toBe(2);
});

it('[R38] leaves one that is open as it is, and puts nothing on record of it', async () => {
  const before = await house.database.auditEvent.count();
  await reopen(ids);
  expect(await done()).toBe(0);
  expect(await house.database.auditEvent.count()).toBe(before);
});

describe('[R38] none is reopened where one of them', () => {
  it('[R38] was completed more than 24 hours ago', async () => {
    await complete(ids.slice(0, 1));
    house.setNow(hours(20));
    await complete(ids.slice(1));
    house.setNow(new Date(hours(24).getTime() + 1));
    expect(await reasons(ids)).toEqual({ [ids[0] ?? '']: 'TOO_LATE' });
    await reopen(ids.slice(1));
    expect(await done()).toBe(1);
  });

  it('[R38] was completed by what happened, and not by a person', async () => {
    await complete(ids.slice(1));
    await house.database.homepageTask.updateMany({
      where: { id: ids[0] ?? '' },
      data: { completedAt: noon },
    });
    expect(await reasons(ids)).toEqual({ [ids[0] ?? '']: 'COMPLETED_BY_EVENT' });
  });

  it('[R38] is somebody else’s, or does not exist', async () => {
    await complete(ids);
    const nobodys = '00000000-0000-7000-8000-000000000000';
    expect(await refusalWithoutChange(house.database, () => reopen([...ids, nobodys]))).toBeInstanceOf(
      NotFound,
    );
    for (const username of ['north.manager2', 'north.admin', 'south.manager', 'ens.admin']) {
      const other = await house.actor(username);
      const refusal = await refusalWithoutChange(house.database, () => reopen(ids.slice(0, 1), other));
      expect(refusal, username).toBeInstanceOf(NotFound);
    }
  });

  it('[R38] none at all, and more than a hundred at once, are refused', async () => {
    expect(await fieldsRefused(reopen([]))).toEqual(['taskIds']);
    const many = Array.from(
      { length: 101 },
      (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    );
    expect(await fieldsRefused(reopen(many))).toEqual(['taskIds']);
  });
});

describe('[R38] a task stays done that has been overtaken meanwhile', () => {
  let receiver: Actor;
  let caseId: string;
  let referralId: string;
  beforeEach(async () => {
    receiver = await house.actor('south.admin');
    caseId = (await openCase(house, 'north.manager')).id;
    referralId = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
  });
  const taskOf = async (type: 'REFERRAL_RECEIVED' | 'CASE_RECEIVED', { staffId: assigneeId }: Actor) =>
    (await house.database.homepageTask.findFirstOrThrow({ where: { type, assigneeId } })).id;

  it('[D3] [R38] as its referral was withdrawn', async () => {
    const id = await taskOf('REFERRAL_RECEIVED', receiver);
    await complete([id], receiver);
    await reopen([id], receiver);
    await complete([id], receiver);
    await withdrawReferral(north, house.platform, { referralId, reason: 'No longer needed', confirm: true });
    expect(await reasons([id], receiver)).toEqual({ [id]: 'OVERTAKEN' });
  });

  it('[D9] [R38] as its referral is being withdrawn at the same moment', async () => {
    const id = await taskOf('REFERRAL_RECEIVED', receiver);
    await complete([id], receiver);
    const withdrawal = { referralId, reason: 'No longer needed', confirm: true };
    const attempts = [
      () => withdrawReferral(north, house.platform, withdrawal),
      () => reopen([id], receiver),
    ];
    const [, second] = await race(house.url, caseId, attempts, 'ONE_AFTER_THE_OTHER');
    expect(second).toMatchObject({ status: 'rejected', reason: { tasks: [{ reason: 'OVERTAKEN' }] } });
  });

  it('[R32] [R38] as its case has gone to another organization', async () => {
    const manager = await house.actor('south.manager');
    await transfer(house, manager, caseId);
    const id = await taskOf('CASE_RECEIVED', manager);
    await complete([id], manager);
    await submitted(house, manager, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
    await transfer(house, await house.actor('valley.manager'), caseId);
    expect(await reasons([id], manager)).toEqual({ [id]: 'OVERTAKEN' });
  });

  it('[B8] [R38] as another task asks for the same', async () => {
    const id = await taskOf('REFERRAL_RECEIVED', receiver);
    await complete([id], receiver);
    const { staffId: assigneeId, organizationId } = receiver;
    await house.database.homepageTask.create({
      data: {
        ...{ type: 'REFERRAL_RECEIVED', assigneeId, organizationId, caseId, referralId },
        ...{ createdById: north.staffId, dueOn: noon },
      },
    });
    expect(await reasons([id], receiver)).toEqual({ [id]: 'OVERTAKEN' });
  });
});
