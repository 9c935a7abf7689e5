import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outbox } from '../../../src/domain/correspondence/outbox.ts';
import { InvalidInput } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { findLateReferrals, secondsLate } from '../../../src/domain/referrals/late-referrals.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';

let house: House;
const noon = new Date(programDay(new Date(), 'America/Halifax').getTime() + 16 * 3_600_000);
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
/** What the referrals of this file are, by when they were submitted. */
const ids = new Map<string, string>();

async function submitAt(moment: Date, name: string, username: string, to: string): Promise<void> {
  const { id: caseId } = await house.caseOf(username);
  house.setNow(moment);
  const wanted = { caseId, type: 'INFORMATIONAL_WITHIN', to } as const;
  ids.set(await submitted(house, await house.actor(username), wanted), name);
}
beforeAll(async () => {
  house = await buildHouse();
  await submitAt(minutes(10), 'north, second', 'north.manager', 'south.manager');
  await submitAt(minutes(0), 'north, first', 'north.manager', 'south.manager');
  await submitAt(minutes(20), 'south', 'south.manager', 'north.manager');
  await submitAt(minutes(5), 'north, emailed', 'north.manager', 'south.manager');
  const [id = ''] = [...ids].find(([, name]) => name === 'north, emailed') ?? [];
  await house.database.referral.update({
    where: { id },
    data: { status: 'EMAILED', emailedAt: minutes(45) },
  });
});
afterAll(async () => await house.stop());

async function late(username: string, now: Date, [from, to]: (Date | null)[] = []) {
  const period = { from: from ?? null, to: to ?? null, now };
  const found = await house.database.referral.findMany({
    where: findLateReferrals(await house.actor(username), period),
    orderBy: { submittedAt: 'asc' },
  });
  return found.map(({ id }) => ids.get(id));
}

describe('the referrals that are open and late', () => {
  it('[R20] [B1] are those not Emailed more than 15 minutes after submit', async () => {
    expect(await late('north.manager', minutes(15))).toEqual([]);
    expect(await late('north.manager', new Date(minutes(15).getTime() + 1))).toEqual(['north, first']);
    expect(await late('north.manager', minutes(60))).toEqual(['north, first', 'north, second']);
  });

  it('[B1] are an organization’s own, and all for Employment Nova Scotia', async () => {
    expect(await late('south.manager', minutes(60))).toEqual(['south']);
    expect(await late('valley.admin', minutes(60))).toEqual([]);
    expect(await late('ens.admin', minutes(60))).toEqual(['north, first', 'north, second', 'south']);
  });

  it('[B1] can be those of a period, from its first instant up to its end', async () => {
    const of = async (...period: (Date | null)[]) => await late('ens.admin', minutes(60), period);
    expect(await of(minutes(10), null)).toEqual(['north, second', 'south']);
    expect(await of(null, minutes(10))).toEqual(['north, first']);
    expect(await of(minutes(10), minutes(20))).toEqual(['north, second']);
    await expect(of(minutes(1), minutes(0))).rejects.toBeInstanceOf(InvalidInput);
    await expect(of(new Date('1999-12-31T23:59:59Z'), null)).rejects.toBeInstanceOf(InvalidInput);
  });

  it('[R32] are gone from the list of an organization with the case; its own stay out of the next one’s', async () => {
    const { id: caseId } = await house.caseOf('south.manager');
    const valley = await house.database.case.findFirstOrThrow({
      where: { caseManager: { username: 'valley.manager' } },
    });
    const { organizationId, officeId, caseManagerId, agreementId } = valley;
    await house.database.case.update({
      where: { id: caseId },
      data: { organizationId, officeId, caseManagerId, agreementId, serviceDeliveryLocationId: null },
    });
    expect(await late('south.manager', minutes(60))).toEqual([]);
    expect(await late('valley.manager', minutes(60))).toEqual([]);
    expect(await late('ens.admin', minutes(60))).toContain('south');
  });
});

it('[R20] [B1] a referral tells how late its email is, or was, past its 15 minutes', () => {
  const at = (submittedAt: Date | null, emailedAt: Date | null = null) =>
    secondsLate({ submittedAt, emailedAt, access: null }, minutes(30));
  expect(at(null)).toBeNull();
  expect(at(minutes(15))).toBeNull();
  expect(at(minutes(14))).toBe(60);
  expect(at(minutes(0), minutes(15))).toBeNull();
  expect(at(minutes(0), minutes(20))).toBe(300);
});

it('[B1] [D2] the outbox tells how many emails wait, how long the oldest has, and which have failed and were left so', async () => {
  const { database } = house;
  const look = async () => await outbox(database, minutes(60));
  const waiting = { queued: 4, oldestQueuedSeconds: 3_600, failed: 0 };
  expect(await look()).toEqual(waiting);
  const [first] = await database.correspondence.findMany({ orderBy: { queuedAt: 'asc' } });
  const failure = { status: 'FAILED', failedAt: minutes(30), failureReason: 'ADDRESS_REFUSED' } as const;
  await database.correspondence.update({ where: { id: first?.id ?? '' }, data: failure });
  expect(await look()).toEqual({ queued: 3, oldestQueuedSeconds: 3_300, failed: 1 });
  const { referralId = '', emailTo = '', requestedById = '' } = first ?? {};
  await database.correspondence.create({
    data: { referralId, number: 2, emailTo, requestedById, messageId: '<2@x>', queuedAt: minutes(50) },
  });
  expect(await look()).toEqual({ queued: 4, oldestQueuedSeconds: 3_300, failed: 0 });
  const sent = { status: 'SENT', sentAt: minutes(60) } as const;
  await database.correspondence.updateMany({ where: { status: 'QUEUED' }, data: sent });
  expect(await look()).toEqual({ queued: 0, oldestQueuedSeconds: 0, failed: 0 });
});
