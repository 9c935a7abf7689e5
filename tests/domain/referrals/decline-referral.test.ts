import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { ReferralEnded } from '../../../src/domain/referrals/referral-ended.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';
import { manages, seesSummary, whoSees } from '../../support/who-sees.ts';

const reason = 'We have no place before spring';

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
  referralId = await submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER' });
});
afterAll(async () => await house.stop());

const decline = (input: Partial<Parameters<typeof declineReferral>[2]> = {}, by = south) =>
  declineReferral(by, house.platform, { referralId, reason, confirm: true, ...input });
const access = () => house.database.referralAccess.findUniqueOrThrow({ where: { referralId } });
const told = async (id = referralId) =>
  (
    await house.database.homepageTask.findMany({
      where: { referralId: id, type: 'REFERRAL_DECLINED' },
      select: { assignee: { select: { username: true } } },
    })
  )
    .map(({ assignee }) => assignee.username)
    .toSorted();

describe('[D4] a declined referral', () => {
  it('[D4] gives its receiver nothing more, and the sender and Employment Nova Scotia see on', async () => {
    const before = { 'north.manager': manages, 'ens.admin': manages };
    expect(await whoSees(house, referred)).toEqual({ ...before, 'south.manager': seesSummary });
    await decline();
    expect(await whoSees(house, referred)).toEqual(before);
    expect(await access()).toMatchObject({
      endCause: 'DECLINED',
      endReason: reason,
      endedById: south.staffId,
    });
  });

  it('[D4] is told to who submitted it, with whom it is about, and on the Case Home Page', async () => {
    await decline();
    expect(await told()).toEqual(['north.manager']);
    const task = await house.database.homepageTask.findFirstOrThrow({
      where: { referralId, type: 'REFERRAL_DECLINED' },
    });
    expect(task).toMatchObject({
      organizationId: north.organizationId,
      aboutOrganizationId: south.organizationId,
      createdById: south.staffId,
    });
    const notifications = await house.database.caseNotification.findMany({ where: { caseId: referred.id } });
    expect(notifications).toMatchObject([{ type: 'REFERRAL_DECLINED', referralId, transferId: null }]);
  });

  it('[D4] is told to the case manager too, where somebody else submitted it; to the administrators where neither is there', async () => {
    const other = await house.actor('north.manager2');
    const theirs = await submitted(house, other, {
      caseId: referred.id,
      type: 'CASE_TRANSFER',
      to: 'valley.manager',
    });
    await decline({ referralId: theirs }, await house.actor('valley.manager'));
    expect(await told(theirs)).toEqual(['north.manager', 'north.manager2']);
    const where = { username: 'north.manager' };
    await house.database.staff.update({ where, data: { disabledAt: new Date() } });
    await decline();
    await house.database.staff.update({ where, data: { disabledAt: null } });
    expect(await told()).toEqual(['north.admin']);
  });

  it('[D4] leaves no open task to act on it', async () => {
    const open = { referralId, type: 'REFERRAL_RECEIVED', completedAt: null } as const;
    expect(await house.database.homepageTask.count({ where: open })).toBe(1);
    await decline();
    expect(await house.database.homepageTask.count({ where: open })).toBe(0);
  });

  it('[D14] is in the audit trail as the receiver’s doing', async () => {
    await decline();
    const where = { entityId: referralId, action: 'referral.decline' };
    expect(await house.database.auditEvent.findMany({ where })).toMatchObject([
      { actorId: south.staffId, actorOrganizationId: south.organizationId, personId: referred.personId },
    ]);
  });
});

describe('[D4] cannot be declined', () => {
  it('[D4] without the confirmation, or a reason that can be read', async () => {
    await expect(decline({ confirm: false })).rejects.toBeInstanceOf(ConfirmationRequired);
    expect(await fieldsRefused(decline({ reason: ' ' }))).toEqual(['reason']);
    expect(await access()).toMatchObject({ endedAt: null });
  });

  it('[D4] by a stranger, for whom it does not exist, or by those who see it and are not asked', async () => {
    await expect(decline({}, await house.actor('valley.manager'))).rejects.toBeInstanceOf(NotFound);
    for (const username of ['north.manager', 'ens.admin']) {
      await expect(decline({}, await house.actor(username)), username).rejects.toBeInstanceOf(NotAllowed);
    }
    await expect(decline({}, { ...south, roles: ['AUDITOR'] })).rejects.toBeInstanceOf(NotAllowed);
    expect(await access()).toMatchObject({ endedAt: null });
  });

  it('[D4] where it is for information', async () => {
    const type = 'INFORMATIONAL_WITHIN';
    const informational = await submitted(house, north, { caseId: referred.id, type });
    await expect(decline({ referralId: informational })).rejects.toBeInstanceOf(NotFound);
  });

  it('[D12] by a receiver that can receive none any more', async () => {
    const where = { organizationId: south.organizationId };
    await house.database.agreement.updateMany({ where, data: { clientTracking: false } });
    await expect(decline()).rejects.toBeInstanceOf(NotFound);
    await house.database.agreement.updateMany({ where, data: { clientTracking: true } });
    await decline();
  });

  it('[D3] [D4] [D8] twice, once it was withdrawn, or has run out', async () => {
    house.setNow((await access()).expiresAt);
    const late = await refusalOf(decline());
    house.setNow(null);
    expect(late).toBeInstanceOf(ReferralEnded);
    expect(late).toMatchObject({ outcome: { cause: 'EXPIRED' } });
    await decline();
    expect(await refusalOf(decline())).toMatchObject({ outcome: { cause: 'DECLINED' } });
    referralId = await submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER' });
    await withdrawReferral(north, house.platform, { referralId, reason, confirm: true });
    expect(await refusalOf(decline())).toMatchObject({ outcome: { cause: 'WITHDRAWN' } });
  });
});
