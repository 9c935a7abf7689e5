import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../../src/domain/errors.ts';
import { OrganizationNotEligible } from '../../../../src/domain/referrals/organization-choice.ts';
import {
  type CaseloadInput,
  NothingToTransfer,
  transferCaseload,
} from '../../../../src/domain/transfers/caseload/transfer-caseload.ts';
import {
  actionPlans,
  beginCaseload,
  caseloadWish,
  hire,
  openCaseload,
  outcomes,
  workOff,
} from '../../../support/caseloads.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { fieldsRefused, refusalOf } from '../../../support/refusal.ts';
import { snapshot } from '../../../support/snapshot.ts';

let house: House;
let ens: Actor;
let admin: Actor;
let from: Actor;
let colleague: Actor;
let south: Actor;
let caseIds: string[];

beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  admin = await house.actor('north.admin');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  from = await hire(house.database, 'north.manager');
  colleague = await hire(house.database, 'north.manager2');
  caseIds = await openCaseload(house.database, from, actionPlans(2));
});
afterAll(async () => await house.stop());

async function attempt(actor: Actor, to: Actor, changes: Partial<CaseloadInput> = {}) {
  return await transferCaseload(actor, house.platform, await caseloadWish(house, from, to, changes));
}

describe('who may transfer a caseload', () => {
  it('[B9] the administrator of the organization and Employment Nova Scotia’s, and nobody else', async () => {
    for (const username of ['north.manager', 'north.manager2']) {
      expect(await refusalOf(attempt(await house.actor(username), colleague))).toBeInstanceOf(NotAllowed);
    }
    for (const username of ['south.admin', 'south.manager', 'valley.admin', 'auditor']) {
      expect(await refusalOf(attempt(await house.actor(username), colleague))).toBeInstanceOf(NotFound);
    }
    for (const actor of [admin, ens]) {
      expect(await attempt(actor, colleague, { dryRun: true })).toMatchObject({ preview: { movable: 2 } });
    }
  });

  it('[B9] [D5] to another organization only Employment Nova Scotia, and to one that can take over cases', async () => {
    expect(await refusalOf(attempt(admin, south))).toBeInstanceOf(NotFound);
    const untracked = await house.actor('untracked.manager');
    expect(await refusalOf(attempt(ens, untracked))).toBeInstanceOf(OrganizationNotEligible);
    expect(await attempt(ens, south, { dryRun: true })).toMatchObject({ preview: { movable: 2 } });
  });

  it('[B9] the caseload of somebody who has left can be handed over', async () => {
    await house.database.staff.update({ where: { id: from.staffId }, data: { disabledAt: new Date() } });
    const id = await beginCaseload(house, admin, from, colleague);
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(['MOVED', 'MOVED']);
  });
});

describe('what has to be chosen', () => {
  it('[B9] [R29] only what the new organization has to offer, each wrong choice named', async () => {
    const { officeId } = await house.database.case.findFirstOrThrow({ where: { id: caseIds[0] ?? '' } });
    expect(await fieldsRefused(attempt(ens, south, { toOfficeId: officeId, reason: ' ' }))).toEqual([
      'reason',
      'toOfficeId',
    ]);
    const nothing = { agreementId: null, serviceDeliveryLocationId: null };
    expect(await fieldsRefused(attempt(ens, south, nothing))).toEqual([
      'agreementId',
      'serviceDeliveryLocationId',
    ]);
    expect(await fieldsRefused(attempt(ens, await house.actor('south.admin')))).toEqual(['toCaseManagerId']);
  });

  it('[B9] inside an organization somebody else, and neither agreement, location nor reason', async () => {
    const { agreementId } = await house.database.case.findFirstOrThrow({ where: { id: caseIds[0] ?? '' } });
    expect(await fieldsRefused(attempt(admin, from))).toEqual(['toCaseManagerId']);
    expect(await fieldsRefused(attempt(admin, colleague, { agreementId, reason: 'Leave' }))).toEqual([
      'agreementId',
      'reason',
    ]);
    expect(await fieldsRefused(attempt(admin, admin))).toEqual(['toCaseManagerId']);
  });

  it('[B9] a part of the caseload, of cases that the organization manages', async () => {
    const [elsewhere = ''] = await openCaseload(house.database, south, actionPlans(1));
    const both = { caseIds: [caseIds[0] ?? '', elsewhere] };
    for (const actor of [admin, ens]) {
      expect(await refusalOf(attempt(actor, colleague, both))).toBeInstanceOf(NotFound);
    }
    expect(await fieldsRefused(attempt(admin, colleague, { caseIds: [] }))).toEqual(['caseIds']);
    const tooMany = { caseIds: Array<string>(5_001).fill(elsewhere) };
    expect(await fieldsRefused(attempt(admin, colleague, tooMany))).toEqual(['caseIds']);
    const id = await beginCaseload(house, admin, from, colleague, { caseIds: caseIds.slice(1) });
    await workOff(house, id);
    expect(await outcomes(house, id, caseIds)).toEqual(['NOT AMONG THEM', 'MOVED']);
  });

  it('[B9] [R30] a case that can go, and the confirmation; until then nothing changes', async () => {
    const before = await snapshot(house.database);
    expect(await refusalOf(attempt(admin, colleague, { confirm: false }))).toBeInstanceOf(
      ConfirmationRequired,
    );
    expect(await attempt(admin, colleague, { dryRun: true })).toMatchObject({ preview: { total: 2 } });
    const nobodys = { fromCaseManagerId: colleague.staffId, toCaseManagerId: from.staffId };
    expect(await refusalOf(attempt(admin, colleague, nobodys))).toBeInstanceOf(NothingToTransfer);
    expect(await snapshot(house.database)).toEqual(before);
  });
});

it('[B9] the run does what the dry run said, whatever the status and whoever the case manager', async () => {
  const mixed = await openCaseload(house.database, from, ['INTAKE', 'FOLLOW_UP', 'CLOSED']);
  const [others = ''] = await openCaseload(house.database, colleague, actionPlans(1));
  const named = { caseIds: [...mixed, others] };
  for (const [actor, to, expected] of [
    [ens, south, ['MOVED', 'CASE_NOT_TRANSFERABLE', 'CASE_NOT_TRANSFERABLE', 'CASE_WITH_ANOTHER_MANAGER']],
    [admin, colleague, ['NOT AMONG THEM', 'MOVED', 'CASE_CLOSED', 'CASE_WITH_ANOTHER_MANAGER']],
  ] as const) {
    const wanted = actor === ens ? named : { caseIds: [...mixed.slice(1), others] };
    const dry = await attempt(actor, to, { ...wanted, dryRun: true });
    const id = await beginCaseload(house, actor, from, to, wanted);
    await workOff(house, id);
    const became = await outcomes(house, id, named.caseIds);
    expect(became).toEqual(expected);
    const moved = became.filter((one) => one === 'MOVED').length;
    expect(dry).toMatchObject({ preview: { total: wanted.caseIds.length, movable: moved } });
  }
});
