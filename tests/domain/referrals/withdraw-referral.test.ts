import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { ReferralEnded } from '../../../src/domain/referrals/referral-ended.ts';
import { ReferralNotSubmitted } from '../../../src/domain/referrals/referral-not-submitted.ts';
import { NotACaseTransfer, withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';
import { transfer } from '../../support/transfers.ts';
import { manages, seesPerson, seesSummary, whoSees } from '../../support/who-sees.ts';

const reason = 'The client stays here after all';

let house: House;
let north: Actor;
let south: Actor;
let referred: OpenedCase;
let referralId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
  referralId = await refer('CASE_TRANSFER');
});
afterAll(async () => await house.stop());

const refer = (type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN', to = 'south.manager') =>
  submitted(house, north, { caseId: referred.id, type, to });
const withdraw = (input: Partial<Parameters<typeof withdrawReferral>[2]> = {}, by = north) =>
  withdrawReferral(by, house.platform, { referralId, reason, confirm: true, ...input });
const access = () => house.database.referralAccess.findUniqueOrThrow({ where: { referralId } });
const tasks = (type: 'REFERRAL_RECEIVED' | 'REFERRAL_WITHDRAWN') =>
  house.database.homepageTask.findMany({
    where: { referralId, type },
    include: { assignee: { select: { username: true } } },
  });
const everyone = { 'north.manager': manages, 'ens.admin': manages };

describe('[D3] a withdrawn referral', () => {
  it('[D3] [R18] gives its receiver nothing more, keeps its status, and is put on record beside it', async () => {
    expect(await whoSees(house, referred)).toEqual({ ...everyone, 'south.manager': seesSummary });
    const before = await house.database.referral.findUniqueOrThrow({ where: { id: referralId } });
    await withdraw({ reason: `  ${reason}\r\n` });
    expect(await whoSees(house, referred)).toEqual(everyone);
    expect(await house.database.referral.findUniqueOrThrow({ where: { id: referralId } })).toEqual(before);
    expect(await access()).toMatchObject({
      endCause: 'WITHDRAWN',
      endReason: reason,
      endedById: north.staffId,
      endedAt: expect.any(Date),
    });
  });

  it('[D3] leaves what the receiver sees for other reasons', async () => {
    await refer('INFORMATIONAL_WITHIN');
    await refer('CASE_TRANSFER', 'valley.manager');
    await withdraw();
    expect(await whoSees(house, referred)).toEqual({
      ...everyone,
      'south.manager': seesPerson,
      'valley.manager': seesSummary,
    });
  });

  it('[D3] is told to those of the receiver who knew of it, by the sender’s name, and what they had to do is done', async () => {
    await house.database.homepageTask.updateMany({
      where: { referralId, type: 'REFERRAL_RECEIVED' },
      data: { completedAt: new Date(), completedById: null },
    });
    await withdraw();
    expect(await tasks('REFERRAL_WITHDRAWN')).toMatchObject([
      {
        assignee: { username: 'south.admin' },
        organizationId: south.organizationId,
        aboutOrganizationId: north.organizationId,
        createdById: north.staffId,
        dueOn: programDay(house.platform.now(), house.platform.timeZone),
        completedAt: null,
      },
    ]);
  });

  it('[D3] leaves no open task to act on it', async () => {
    expect(await tasks('REFERRAL_RECEIVED')).toMatchObject([{ completedAt: null }]);
    await withdraw();
    expect(await tasks('REFERRAL_RECEIVED')).toMatchObject([
      { completedAt: expect.any(Date), completedById: null },
    ]);
  });

  it('[D3] is told to others of the receiver where those who knew of it have left', async () => {
    const where = { username: 'south.admin' };
    await house.database.staff.update({ where, data: { disabledAt: new Date() } });
    await withdraw();
    expect((await tasks('REFERRAL_WITHDRAWN')).map(({ assignee }) => assignee.username).toSorted()).toEqual([
      'south.manager',
      'south.manager2',
    ]);
    await house.database.staff.update({ where, data: { disabledAt: null } });
  });

  it('[D14] is in the audit trail, without the reason’s words', async () => {
    await withdraw();
    const events = await house.database.auditEvent.findMany({
      where: { entityId: referralId, action: { in: ['referral.withdraw', 'referralAccess.end'] } },
      orderBy: { action: 'asc' },
    });
    expect(events).toMatchObject([
      { action: 'referral.withdraw', actorId: north.staffId, details: ['reason'] },
      { action: 'referralAccess.end', personId: referred.personId, details: ['WITHDRAWN'] },
    ]);
    expect(JSON.stringify(events)).not.toContain('stays');
  });
});

describe('[D3] cannot be withdrawn', () => {
  /** Whatever was refused has changed nothing. */
  const stillOpen = async () => expect(await access()).toMatchObject({ endedAt: null, endCause: null });

  it('[D3] without the confirmation, or a reason that can be read', async () => {
    await expect(withdraw({ confirm: false })).rejects.toBeInstanceOf(ConfirmationRequired);
    for (const wrong of ['', ' \n ', '\u3164', 'a\u0000b', '\ud800', 'x'.repeat(1_001)]) {
      expect(await fieldsRefused(withdraw({ reason: wrong }))).toEqual(['reason']);
    }
    await stillOpen();
    await withdraw({ reason: 'x'.repeat(1_000) });
  });

  it('[D3] by the receiver or a stranger, for whom it does not exist, or by those who only see it', async () => {
    for (const username of ['south.manager', 'south.admin', 'valley.admin']) {
      await expect(withdraw({}, await house.actor(username)), username).rejects.toBeInstanceOf(NotFound);
    }
    for (const actor of [await house.actor('ens.admin'), { ...north, roles: ['AUDITOR' as const] }]) {
      await expect(withdraw({}, actor)).rejects.toBeInstanceOf(NotAllowed);
    }
    await stillOpen();
  });

  it('[D3] as a draft, or where it is for information', async () => {
    const draft = await completeDraft(house, north, { caseId: referred.id, type: 'CASE_TRANSFER' });
    await expect(withdraw({ referralId: draft })).rejects.toBeInstanceOf(ReferralNotSubmitted);
    const informational = await refer('INFORMATIONAL_WITHIN');
    await expect(withdraw({ referralId: informational })).rejects.toBeInstanceOf(NotACaseTransfer);
  });

  const ends: [cause: string, end: () => Promise<unknown>][] = [
    ['WITHDRAWN', () => withdraw()],
    ['DECLINED', () => declineReferral(south, house.platform, { referralId, reason, confirm: true })],
    ['EXPIRED', async () => house.setNow((await access()).expiresAt)],
  ];
  it.each(ends)('[D3] [D4] [D8] once it was %s', async (cause, end) => {
    await end();
    const refusal = await refusalOf(withdraw());
    house.setNow(null);
    expect(refusal).toBeInstanceOf(ReferralEnded);
    expect(refusal).toMatchObject({ outcome: { cause } });
  });

  it('[D3] [R32] once the transfer has followed: by then the case is not theirs, and to who has it the referral has ended', async () => {
    await transfer(house, south, referred.id);
    await expect(withdraw()).rejects.toBeInstanceOf(NotFound);
    expect(await refusalOf(withdraw({}, south))).toMatchObject({ outcome: { cause: 'TRANSFERRED' } });
  });
});
