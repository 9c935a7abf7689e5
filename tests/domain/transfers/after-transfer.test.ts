import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';
import { manages, seesPerson, seesSummary, whoSees } from '../../support/who-sees.ts';

let house: House;
let north: Actor;
let south: Actor;
let referred: OpenedCase;
let referralId: string;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  referred = await openCase(house, 'north.manager');
  referralId = await refer(north, 'south.manager');
});
afterAll(async () => await house.stop());

const refer = (actor: Actor, to: string, type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' = 'CASE_TRANSFER') =>
  submitted(house, actor, { caseId: referred.id, type, to });
const access = (id: string) => house.database.referralAccess.findUniqueOrThrow({ where: { referralId: id } });
const tasks = () =>
  house.database.homepageTask.findMany({
    where: { caseId: referred.id, transferId: { not: null } },
    orderBy: { type: 'asc' },
  });

describe('the previous organization', () => {
  it('[R32] can work on no referral of the case any more, and see no letter', async () => {
    await transfer(house, south, referred.id);
    const attempts = [
      () => addReferral(north, house.platform, { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' }),
      () => updateReferral(north, house.platform, { referralId, contactName: 'X' }),
      () => submitReferral(north, house.platform, { referralId, confirm: true }),
      () => cancelReferral(north, house.platform, { referralId, confirm: true }),
      () => transfer(house, north, referred.id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(NotFound);
    expect(await referralLetter(north, house.platform, referralId)).toBeNull();
  });

  it('[R32] goes on seeing a client of whom it manages another case', async () => {
    const { id: _, number: __, person: ___, ...like } = referred;
    await house.database.case.create({ data: { ...like, number: '22222222' } });
    await transfer(house, south, referred.id);
    expect(await whoSees(house, referred)).toEqual({
      'ens.admin': manages,
      'north.manager': seesPerson,
      'south.manager': manages,
    });
  });

  it('[D6] loses its drafts on the case, and on this case alone; what it submitted is kept', async () => {
    const other = await openCase(house, 'north.manager');
    const kept = await completeDraft(house, north, { caseId: other.id, type: 'CASE_TRANSFER' });
    const draft = await completeDraft(house, north, { caseId: referred.id, type: 'INFORMATIONAL_OUTSIDE' });
    await house.database.referralNote.create({
      data: { referralId: draft, authorId: north.staffId, text: 'A note' },
    });
    await transfer(house, south, referred.id);
    const left = await house.database.referral.findMany({
      where: { id: { in: [kept, draft, referralId] } },
      orderBy: { createdAt: 'asc' },
    });
    expect(left.map(({ id }) => id).sort()).toEqual([kept, referralId].sort());
  });
});

describe('access by the other referrals', () => {
  it('[D6] for transfer ends as superseded, also of the same organization; the one that led to it as transferred', async () => {
    const superseded = [referralId, await refer(north, 'valley.manager')];
    house.setNow(new Date(noon.getTime() + 1_000));
    const followed = await refer(north, 'south.manager');
    await transfer(house, south, referred.id);
    const ended = { endedAt: house.platform.now(), endedById: south.staffId };
    expect(await access(followed)).toMatchObject({ ...ended, endCause: 'TRANSFERRED' });
    for (const id of superseded) {
      expect(await access(id)).toMatchObject({ ...ended, endCause: 'SUPERSEDED' });
    }
    expect(await whoSees(house, referred)).toEqual({ 'ens.admin': manages, 'south.manager': manages });
  });

  it('[D6] for information goes on, and that of other cases too', async () => {
    const other = await openCase(house, 'north.manager');
    await submitted(house, north, { caseId: other.id, type: 'CASE_TRANSFER', to: 'valley.manager' });
    await refer(north, 'valley.manager', 'INFORMATIONAL_WITHIN');
    await transfer(house, south, referred.id);
    expect(await whoSees(house, referred)).toHaveProperty(['valley.manager'], seesPerson);
    expect(await whoSees(house, other)).toHaveProperty(['valley.manager'], seesSummary);
  });

  it('[D8] that had run out before stays on record as it was, not as superseded', async () => {
    const expired = await refer(north, 'valley.manager');
    house.setNow(new Date((await access(expired)).expiresAt?.getTime() ?? 0));
    const before = await access(expired);
    await refer(north, 'south.manager');
    await transfer(house, south, referred.id);
    expect(await access(expired)).toEqual(before);
  });
});

describe('the new organization', () => {
  it('[R17] finds the referrals of before locked', async () => {
    await transfer(house, south, referred.id);
    const change = updateReferral(south, house.platform, { referralId, contactName: 'X' });
    await expect(change).rejects.toBeInstanceOf(ReferralLocked);
  });

  it('[R35] may refer the client back to the original organization; the case stays with the new one', async () => {
    await transfer(house, south, referred.id);
    await refer(south, 'north.manager', 'INFORMATIONAL_WITHIN');
    expect(await whoSees(house, referred)).toEqual({
      'ens.admin': manages,
      'north.manager': seesPerson,
      'south.manager': manages,
    });
    expect(await house.database.case.findUnique({ where: { id: referred.id } })).toMatchObject({
      organizationId: south.organizationId,
    });
  });

  it('[R35] may hand the case back by a Case Transfer referral of its own', async () => {
    await transfer(house, south, referred.id);
    await refer(south, 'north.manager');
    await transfer(house, north, referred.id);
    expect(await whoSees(house, referred)).toEqual({ 'ens.admin': manages, 'north.manager': manages });
    expect(await house.database.caseTransfer.count({ where: { caseId: referred.id } })).toBe(2);
  });
});

describe('who is told', () => {
  it('[R33][R34] both case managers by a task, also when another completed the transfer', async () => {
    const colleague = await house.actor('south.manager2');
    await transfer(house, await house.actor('south.admin'), referred.id, {
      caseManagerId: colleague.staffId,
    });
    const completer = await house.actor('south.admin');
    const dueOn = programDay(noon, 'America/Halifax');
    const both = { createdById: completer.staffId, dueOn, completedAt: null, transferId: expect.any(String) };
    expect(await tasks()).toMatchObject([
      {
        ...both,
        type: 'CASE_RECEIVED',
        assigneeId: colleague.staffId,
        organizationId: south.organizationId,
        aboutOrganizationId: north.organizationId,
      },
      {
        ...both,
        type: 'CASE_TRANSFERRED',
        assigneeId: north.staffId,
        organizationId: north.organizationId,
        aboutOrganizationId: south.organizationId,
      },
    ]);
  });

  it('[R34] the case manager at the time, though a colleague sent the referral', async () => {
    const colleague = await house.actor('north.manager2');
    const { id: caseId } = await openCase(house, 'north.manager2');
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    await transfer(house, south, caseId);
    const told = await house.database.homepageTask.findMany({
      where: { caseId, type: 'CASE_TRANSFERRED' },
    });
    expect(told.map(({ assigneeId }) => assigneeId)).toEqual([colleague.staffId]);
  });

  it('[R33] the Case Homepage, by one notification that nobody has acknowledged yet', async () => {
    await transfer(house, south, referred.id);
    const where = { caseId: referred.id };
    const receipt = await house.database.caseTransfer.findFirstOrThrow({ where });
    expect(await house.database.caseNotification.findMany({ where })).toMatchObject([
      { type: 'CASE_RECEIVED', transferId: receipt.id, acknowledgedAt: null },
    ]);
  });
});
