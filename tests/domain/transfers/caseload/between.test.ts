import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
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
import { manages, whoSees } from '../../../support/who-sees.ts';

let house: House;
let ens: Actor;
let from: Actor;
let to: Actor;

beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
});
beforeEach(async () => {
  from = await hire(house.database, 'north.manager');
  to = await hire(house.database, 'south.manager');
});
afterAll(async () => await house.stop());

async function handOver(): Promise<string> {
  const id = await beginCaseload(house, ens, from, to);
  await workOff(house, id);
  return id;
}

it('[B9] [D5] between organizations each case is transferred as any other, with the reason on its receipt', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(2));
  const id = await handOver();
  const { caseManagerId: _, ...choices } = await goodChoices(house, to);
  for (const caseId of caseIds) {
    const moved = await house.database.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(moved).toMatchObject({
      organizationId: to.organizationId,
      caseManagerId: to.staffId,
      ...choices,
    });
    expect(await whoSees(house, moved)).toEqual({ 'ens.admin': manages, 'south.manager': manages });
    const [receipt, ...others] = await house.database.caseTransfer.findMany({ where: { caseId } });
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      reason: 'The office has closed.',
      fromCaseManagerId: from.staffId,
      toCaseManagerId: to.staffId,
      completedById: ens.staffId,
    });
    const item = { caseloadTransferId_caseId: { caseloadTransferId: id, caseId } };
    expect(await house.database.caseloadTransferItem.findUnique({ where: item })).toMatchObject({
      status: 'MOVED',
      transferId: receipt?.id,
    });
  }
});

it('[B9] [R31] a case in Follow up stays, with the code that a transfer of it would answer; a closed one is no part of it', async () => {
  const caseIds = await openCaseload(house.database, from, ['INTAKE', 'FOLLOW_UP', 'CLOSED']);
  const id = await handOver();
  expect(await outcomes(house, id, caseIds)).toEqual(['MOVED', 'CASE_NOT_TRANSFERABLE', 'NOT AMONG THEM']);
  expect(await house.database.auditEvent.findMany({ where: { caseId: caseIds[1] ?? '' } })).toMatchObject([
    { action: 'case.transfer', outcome: 'REFUSED', actorId: ens.staffId, details: ['CASE_NOT_TRANSFERABLE'] },
  ]);
});

it('[B9] [D6] a colleague whose referrals were superseded gets one digest, as do both case managers, and nobody a task for each', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(3));
  const colleague = await hire(house.database, 'north.manager');
  for (const caseId of caseIds) {
    await submitted(house, colleague, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
    await submitted(house, from, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
  }
  const id = await handOver();
  expect(await digests(house, id)).toEqual({
    [from.username]: 'CASELOAD_TRANSFERRED',
    [to.username]: 'CASELOAD_RECEIVED',
    [colleague.username]: 'REFERRAL_SUPERSEDED',
  });
  const single = { caseId: { in: caseIds }, type: { not: 'REFERRAL_RECEIVED' as const } };
  expect(await house.database.homepageTask.count({ where: single })).toBe(0);
  expect(
    await house.database.referralAccess.count({ where: { caseId: { in: caseIds }, endedAt: null } }),
  ).toBe(0);
});

it('[B9] [D6] where who referred is no longer there, the administrators get the digest', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  const gone = await hire(house.database, 'north.manager');
  await submitted(house, gone, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
  await house.database.staff.update({ where: { id: gone.staffId }, data: { disabledAt: new Date() } });
  expect(await digests(house, await handOver())).toMatchObject({ 'north.admin': 'REFERRAL_SUPERSEDED' });
});

it('[B9] [D6] drafts of the previous organization go, as with each transfer', async () => {
  const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
  await completeDraft(house, from, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
  await handOver();
  expect(await house.database.referral.count({ where: { caseId } })).toBe(0);
});

it('[B9] where no case could be moved after all, nobody gets a digest of nothing', async () => {
  const caseIds = await openCaseload(house.database, from, actionPlans(2));
  const id = await beginCaseload(house, ens, from, to);
  await house.database.case.updateMany({ where: { id: { in: caseIds } }, data: { status: 'FOLLOW_UP' } });
  await workOff(house, id);
  expect(await digests(house, id)).toEqual({});
  expect(
    (await house.database.caseloadTransfer.findUniqueOrThrow({ where: { id } })).finishedAt,
  ).not.toBeNull();
});
