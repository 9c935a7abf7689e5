import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { addHomepageTask } from '../../../src/domain/homepage/add-homepage-task.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { HomepageTaskType } from '../../../src/generated/prisma/enums.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer, transferByNetwork } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let opened: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  opened = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const refer = (to: string, by = north) =>
  submitted(house, by, { caseId: opened.id, type: 'CASE_TRANSFER', to });
const told = () =>
  house.database.homepageTask.findMany({
    where: { caseId: opened.id, type: 'REFERRAL_SUPERSEDED' },
    orderBy: { id: 'asc' },
  });

describe('the senders of superseded referrals', () => {
  it('[D6] are told by a task for each, which is about the organizations alone; the one that was followed is not', async () => {
    await refer('south.manager');
    const colleague = await house.actor('north.manager2');
    const mine = await refer('valley.manager');
    const hers = await refer('valley.manager', colleague);
    await transfer(house, south, opened.id);
    const { id: transferId } = await house.database.caseTransfer.findFirstOrThrow({
      where: { caseId: opened.id },
    });
    const valley = await house.organizationOf('valley.manager');
    const task = {
      organizationId: north.organizationId,
      aboutOrganizationId: valley.id,
      transferId,
      createdById: south.staffId,
      dueOn: programDay(house.platform.now(), house.platform.timeZone),
      completedAt: null,
    };
    expect(await told()).toMatchObject([
      { ...task, referralId: mine, assigneeId: north.staffId },
      { ...task, referralId: hers, assigneeId: colleague.staffId },
    ]);
  });

  it('[D6] where they are no longer active, leave it to the administrators of the organization', async () => {
    const administrator = await house.actor('north.admin');
    await refer('south.manager');
    await refer('valley.manager', await house.actor('north.manager2'));
    const change = (data: { disabledAt: Date | null } | { organizationId: string }) =>
      house.database.staff.update({ where: { username: 'north.manager2' }, data });
    await change({ disabledAt: house.platform.now() });
    await transfer(house, south, opened.id);
    await change({ disabledAt: null });
    expect((await told()).map(({ assigneeId }) => assigneeId)).toEqual([administrator.staffId]);
  });

  it('[D6] are told also where Employment Nova Scotia transfers the case', async () => {
    const other = await refer('valley.manager');
    await transferByNetwork(house, opened.id, south);
    expect((await told()).map(({ referralId }) => referralId)).toEqual([other]);
  });
});

describe('the drafts of the previous organization', () => {
  it('[D6] are deleted, each on record', async () => {
    const drafts = [
      await completeDraft(house, north, { caseId: opened.id, type: 'INFORMATIONAL_OUTSIDE' }),
      await completeDraft(house, north, { caseId: opened.id, type: 'CASE_TRANSFER', to: 'valley.manager' }),
    ];
    const kept = await refer('south.manager');
    await transfer(house, south, opened.id);
    const left = await house.database.referral.findMany({ where: { caseId: opened.id } });
    expect(left.map(({ id }) => id)).toEqual([kept]);
    const events = await house.database.auditEvent.findMany({
      where: { caseId: opened.id, action: 'referral.deleteAtTransfer' },
    });
    expect(events.map(({ entityId }) => entityId).toSorted()).toEqual(drafts.toSorted());
    for (const event of events) {
      expect(event).toMatchObject({ actorId: south.staffId, entityType: 'Referral', outcome: 'DONE' });
    }
  });
});

describe('the open tasks of the previous organization about the case', () => {
  /** A task of each type that is about one case, for somebody; the same of another case, whose id is given. */
  const addTasks = async (assignee: Actor) => {
    const { id: otherId } = await openCase(house, 'north.manager');
    await house.database.$transaction(async (transaction) => {
      for (const caseId of [opened.id, otherId]) {
        for (const type of Object.values(HomepageTaskType)) {
          if (type.startsWith('CASELOAD')) continue;
          await addHomepageTask(transaction, {
            ...{ type, caseId, assigneeId: assignee.staffId, organizationId: assignee.organizationId },
            createdById: south.staffId,
            dueOn: new Date('2026-01-01'),
          });
        }
      }
    });
    return otherId;
  };
  const done = async (assignee: Actor, caseId: string) => {
    const { staffId: assigneeId } = assignee;
    const where = { caseId, assigneeId, completedAt: { not: null } };
    const tasks = await house.database.homepageTask.findMany({ where, orderBy: { type: 'asc' } });
    for (const { completedById } of tasks) expect(completedById).toBeNull();
    return tasks.map(({ type }) => type);
  };

  it('[D6] are completed by nobody where they ask for work on it; what tells of the past stays', async () => {
    const colleague = await house.actor('north.admin');
    const otherId = await addTasks(colleague);
    await addTasks(south);
    await refer('south.manager');
    await transfer(house, south, opened.id);
    expect(await done(colleague, opened.id)).toEqual([
      'CASE_RECEIVED',
      'REFERRAL_DECLINED',
      'DELIVERY_FAILED',
      'TRANSFER_STALE',
      'REFERRAL_EXPIRED',
      'CASE_ASSIGNED',
    ]);
    expect(await done(colleague, otherId)).toEqual([]);
    expect(await done(south, opened.id)).toEqual([]);
  });
});
