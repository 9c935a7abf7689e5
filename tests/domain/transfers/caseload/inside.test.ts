import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { addHomepageTask } from '../../../../src/domain/homepage/add-homepage-task.ts';
import {
  actionPlans,
  beginCaseload,
  digests,
  hire,
  openCaseload,
  outcomes,
  workOff,
} from '../../../support/caseloads.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { completeDraft, submitted } from '../../../support/referrals.ts';
import { goodChoices } from '../../../support/transfers.ts';
import { manages, seesSummary, whoSees } from '../../../support/who-sees.ts';

let house: House;
let admin: Actor;
let from: Actor;
let to: Actor;

beforeAll(async () => {
  house = await buildHouse();
  admin = await house.actor('north.admin');
});
beforeEach(async () => {
  from = await hire(house.database, 'north.manager');
  to = await hire(house.database, 'north.manager2');
});
afterAll(async () => await house.stop());

async function handOver(): Promise<string> {
  const id = await beginCaseload(house, admin, from, to);
  await workOff(house, id);
  return id;
}

it('[B9] inside an organization every open case gets the new case manager and office, and keeps all else', async () => {
  const caseIds = await openCaseload(house.database, from, [
    'INTAKE',
    'ASSESSMENT',
    'ACTION_PLAN',
    'FOLLOW_UP',
    'CLOSED',
  ]);
  const all = {
    where: { id: { in: caseIds } },
    orderBy: { number: 'asc' as const },
    omit: { updatedAt: true, version: true },
  };
  const before = await house.database.case.findMany(all);
  const id = await handOver();
  const { officeId } = await goodChoices(house, to);
  const moved = { caseManagerId: to.staffId, officeId };
  expect(await house.database.case.findMany(all)).toEqual(
    before.map((row) => (row.status === 'CLOSED' ? row : { ...row, ...moved })),
  );
  expect(await outcomes(house, id, caseIds)).toEqual(['MOVED', 'MOVED', 'MOVED', 'MOVED', 'NOT AMONG THEM']);
  expect(await house.database.caseloadTransfer.findUnique({ where: { id } })).toMatchObject({
    requestedById: admin.staffId,
    finishedAt: expect.any(Date),
    reason: null,
    toAgreementId: null,
  });
});

it('[B9] [R33] it is no transfer between organizations: no receipt, but each Case Home Page tells of it', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  await handOver();
  expect(await house.database.caseTransfer.count({ where: { caseId } })).toBe(0);
  expect(await house.database.caseNotification.findMany({ where: { caseId } })).toMatchObject([
    { type: 'CASE_REASSIGNED', acknowledgedAt: null },
  ]);
});

it('[B9] both case managers get one digest, due the same day, and nobody gets a task for a single case', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(3));
  const id = await handOver();
  expect(await digests(house, id)).toEqual({
    [from.username]: 'CASELOAD_TRANSFERRED',
    [to.username]: 'CASELOAD_RECEIVED',
  });
  expect(await house.database.homepageTask.count({ where: { caseId: { in: caseIds } } })).toBe(0);
});

it('[B9] referrals, drafts and the access they gave stay as they are', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  const draft = await completeDraft(house, from, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
  const sent = await submitted(house, from, { caseId, type: 'CASE_TRANSFER' });
  await handOver();
  const left = await house.database.referral.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  expect(left).toMatchObject([
    { id: draft, status: 'DRAFT' },
    { id: sent, status: 'SUBMITTED' },
  ]);
  const opened = await house.database.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(await whoSees(house, opened)).toEqual({
    'ens.admin': manages,
    'north.manager': manages,
    'south.manager': seesSummary,
  });
});

it('[B9] open tasks that ask for work on a case go along to the new case manager; those of others stay', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  const referralId = await submitted(house, from, { caseId, type: 'CASE_TRANSFER' });
  const task = { caseId, referralId, createdById: admin.staffId, dueOn: new Date('2026-11-02') };
  const organizationId = from.organizationId;
  for (const assigneeId of [from.staffId, admin.staffId]) {
    for (const type of ['REFERRAL_DECLINED', 'REFERRAL_SUPERSEDED'] as const) {
      await house.database.$transaction((transaction) =>
        addHomepageTask(transaction, { ...task, type, assigneeId, organizationId }),
      );
    }
  }
  await handOver();
  const open = await house.database.homepageTask.findMany({
    where: { caseId, completedAt: null, organizationId },
    orderBy: [{ type: 'asc' }, { createdAt: 'asc' }],
    select: { type: true, assigneeId: true, dueOn: true, referralId: true },
  });
  const { dueOn } = task;
  expect(open).toEqual(
    expect.arrayContaining([
      { type: 'REFERRAL_DECLINED', assigneeId: to.staffId, dueOn, referralId },
      { type: 'REFERRAL_DECLINED', assigneeId: admin.staffId, dueOn, referralId },
      { type: 'REFERRAL_SUPERSEDED', assigneeId: from.staffId, dueOn, referralId },
      { type: 'REFERRAL_SUPERSEDED', assigneeId: admin.staffId, dueOn, referralId },
    ]),
  );
  expect(open).toHaveLength(4);
});

it('[D14] the audit trail has who asked for it, each case by its own name, and the end', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  const id = await handOver();
  const audit = await house.database.auditEvent.findMany({
    where: { entityId: { in: [id, caseId] } },
    orderBy: { at: 'asc' },
  });
  expect(
    audit.map(({ action, outcome, actorId, caseId: about }) => [action, outcome, actorId, about]),
  ).toEqual([
    ['caseloadTransfer.begin', 'DONE', admin.staffId, null],
    ['case.reassign', 'DONE', admin.staffId, caseId],
    ['caseloadTransfer.finish', 'DONE', null, null],
  ]);
});
