import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { transferCaseload } from '../../../../src/jobs/transfer-caseload.ts';
import {
  actionPlans,
  beginCaseload,
  chunksOf,
  digests,
  hire,
  openCaseload,
  outcomes,
  workOff,
} from '../../../support/caseloads.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { makeOrganization } from '../../../support/organizations.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { transferByNetwork } from '../../../support/transfers.ts';

let house: House;
let ens: Actor;
let admin: Actor;
let from: Actor;
let to: Actor;
let caseIds: string[];
let made = 0;

beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  admin = await house.actor('north.admin');
});
beforeEach(async () => {
  from = await hire(house.database, 'north.manager');
  to = await hire(house.database, 'north.manager2');
  caseIds = await openCaseload(house.database, from, actionPlans(2));
});
afterAll(async () => await house.stop());

const disable = (id: string) =>
  house.database.staff.update({ where: { id }, data: { disabledAt: new Date() } });

describe('what has changed since a caseload transfer was asked for', () => {
  it('[B9] a case that has gone to somebody else is left with them, and the others go', async () => {
    const elsewhere = await hire(house.database, 'north.manager');
    const id = await beginCaseload(house, admin, from, to);
    await house.database.case.update({
      where: { id: caseIds[0] ?? '' },
      data: { caseManagerId: elsewhere.staffId },
    });
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(['CASE_WITH_ANOTHER_MANAGER', 'MOVED']);
    expect(
      (await house.database.case.findUniqueOrThrow({ where: { id: caseIds[0] ?? '' } })).caseManagerId,
    ).toBe(elsewhere.staffId);
  });

  it('[B9] a case that has gone to another organization stays there', async () => {
    const id = await beginCaseload(house, admin, from, to);
    await transferByNetwork(house, caseIds[0] ?? '', await house.actor('south.manager'));
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(['CASE_WITH_ANOTHER_MANAGER', 'MOVED']);
  });

  it('[B9] [R29] where the new case manager is no longer active, no case goes to them', async () => {
    const id = await beginCaseload(house, admin, from, to);
    await disable(to.staffId);
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(Array(2).fill('CHOICES_NO_LONGER_OFFERED'));
    expect(await digests(house, id)).toEqual({});
  });

  it('[B9] [R29] [D12] where the agreement has ended, or the organization can take over no cases, no case goes there', async () => {
    for (const { data, code } of [
      { data: { endsOn: new Date('2020-12-31') }, code: 'ORGANIZATION_NOT_ELIGIBLE' },
      { data: { clientTracking: false }, code: 'ORGANIZATION_NOT_ELIGIBLE' },
    ]) {
      made += 1;
      const there = await makeOrganization(house.database, `meanwhile${made}`);
      const id = await beginCaseload(house, ens, from, await house.actor(there.username));
      await house.database.agreement.update({ where: { id: there.agreementId }, data });
      await workOff(house, id);
      expect(await outcomes(house, id, caseIds)).toEqual([code, code]);
    }
  });

  it('[B9] where whoever asked has lost the right to, nothing goes any more', async () => {
    const deputy = await hire(house.database, 'north.admin');
    const roles = (role: 'ORGANIZATION_ADMINISTRATOR' | 'CASE_MANAGER') =>
      house.database.staff.update({ where: { id: deputy.staffId }, data: { roles: [role] } });
    await roles('ORGANIZATION_ADMINISTRATOR');
    const asked = await beginCaseload(house, await house.actor(deputy.username), from, to);
    await roles('CASE_MANAGER');
    await workOff(house, asked);
    expect(await outcomes(house, asked, caseIds)).toEqual(Array(2).fill('REQUESTER_NO_LONGER_ALLOWED'));

    await roles('ORGANIZATION_ADMINISTRATOR');
    const again = await beginCaseload(house, await house.actor(deputy.username), from, to);
    await disable(deputy.staffId);
    await workOff(house, again);
    expect(await outcomes(house, again, caseIds)).toEqual(Array(2).fill('REQUESTER_NO_LONGER_ALLOWED'));
  });
});

describe('a case that fails to be moved', () => {
  /** The database refuses to give the first case to anybody. */
  const breakFirst = () =>
    house.database.$executeRawUnsafe(
      `ALTER TABLE "Case" ADD CONSTRAINT "broken" CHECK (id <> '${caseIds[0]}' OR "caseManagerId" = '${from.staffId}')`,
    );
  const mend = () =>
    house.database.$executeRawUnsafe('ALTER TABLE "Case" DROP CONSTRAINT IF EXISTS "broken"');

  it('[B9] holds no other up, and goes with a later try', async () => {
    const id = await beginCaseload(house, admin, from, to);
    await breakFirst();
    await refusalOf(workOff(house, id)).finally(mend);
    expect(await outcomes(house, id, caseIds)).toEqual(['PENDING', 'MOVED']);
    expect(await digests(house, id)).toEqual({});
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(['MOVED', 'MOVED']);
    expect(Object.keys(await digests(house, id))).toHaveLength(2);
  });

  it('[B9] is left alone after an hour of trying, so that everyone is told of the others', async () => {
    const id = await beginCaseload(house, admin, from, to);
    const [chunk] = await chunksOf(house, id);
    if (chunk === undefined) throw new Error('no job was put in the queue');
    await breakFirst();
    house.setNow(new Date(Date.now() + 61 * 60 * 1000));
    try {
      await refusalOf(transferCaseload(house.platform, chunk));
    } finally {
      house.setNow(null);
      await mend();
    }
    expect(await outcomes(house, id, caseIds)).toEqual(['CASE_LEFT_ALONE', 'MOVED']);
    expect(Object.keys(await digests(house, id))).toHaveLength(2);
  });
});
