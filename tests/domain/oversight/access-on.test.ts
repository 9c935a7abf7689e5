import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { explainAccess } from '../../../src/domain/oversight/access-explanation.ts';
import { accessOn } from '../../../src/domain/oversight/access-on.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { agePast, agreementsSaid } from '../../support/past.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let auditor: Actor;
let referred: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  await agePast(house);
  auditor = await house.actor('auditor');
});
beforeEach(async () => {
  const { id } = await openCase(house, 'north.manager');
  const createdAt = new Date('2025-03-01T12:00Z');
  const { personId } = await house.database.case.update({ where: { id }, data: { createdAt } });
  await house.database.person.update({ where: { id: personId }, data: { createdAt } });
  referred = await house.database.case.findUniqueOrThrow({ where: { id }, include: { person: true } });
  house.setNow(null);
});
afterAll(async () => await house.stop());

const at = (instant: string) => new Date(`2025-${instant}Z`);
const ask = async (day: string, actor = auditor) =>
  await accessOn(actor, house.platform, { personId: referred.personId, date: new Date(day) });

/** Who could see the client on a day, but for Employment Nova Scotia: whose people, by what, from when and until when. */
async function whoCould(day: string): Promise<string[]> {
  const names = new Map(
    (await house.database.staff.findMany({ where: { username: { endsWith: '.manager' } } })).map(
      ({ organizationId, username }) => [organizationId, username.replace('.manager', '')],
    ),
  );
  const { entries } = await ask(day);
  return entries
    .filter(({ relation }) => relation !== 'NETWORK_ADMINISTRATOR')
    .map(({ organizationId, relation, from, until, began, ended }) => {
      const times = [from, until].map((time) => time.toISOString().slice(5, 16)).join('–');
      return `${names.get(organizationId)} ${relation} ${times} ${began.cause} ${ended?.cause ?? 'goes on'}`;
    });
}

async function referAt(instant: string, type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN', to: string) {
  house.setNow(at(instant));
  const id = await submitted(house, await house.actor('north.manager'), { caseId: referred.id, type, to });
  house.setNow(null);
  return id;
}

/** The sender withdraws a referral, or the receiver declines it. */
async function endAt(instant: string, referralId: string, how: 'withdrawn' | 'declined', by: string) {
  house.setNow(at(instant));
  const input = { referralId, reason: 'The client has moved away', confirm: true };
  const end = how === 'withdrawn' ? withdrawReferral : declineReferral;
  await end(await house.actor(by), house.platform, input);
  house.setNow(null);
}

describe('[B10] who could see a client on a day', () => {
  it('is nobody before there was a record of them', async () => {
    expect((await ask('2025-02-28')).entries).toEqual([]);
    expect(await whoCould('2025-03-01')).toEqual([
      'north MANAGES 03-01T12:00–03-02T04:00 CASE_OPENED goes on',
    ]);
  });

  it('[R24] [R26] [R32] follows referrals and transfers to the minute, on a day of 23 hours', async () => {
    await referAt('03-05T15:00', 'INFORMATIONAL_WITHIN', 'valley.manager');
    await referAt('03-07T15:00', 'CASE_TRANSFER', 'south.manager');
    house.setNow(at('03-09T18:00'));
    await transfer(house, await house.actor('south.manager'), referred.id);
    house.setNow(null);
    expect(await whoCould('2025-03-07')).toEqual([
      'north MANAGES 03-07T04:00–03-08T04:00 CASE_OPENED CASE_TRANSFERRED_AWAY',
      'valley INFORMATIONAL 03-07T04:00–03-08T04:00 REFERRAL_SUBMITTED EXPIRED',
      'south OPEN_CASE_TRANSFER 03-07T15:00–03-08T04:00 REFERRAL_SUBMITTED TRANSFERRED',
    ]);
    expect(await whoCould('2025-03-09')).toEqual([
      'north MANAGES 03-09T04:00–03-09T18:00 CASE_OPENED CASE_TRANSFERRED_AWAY',
      'south MANAGES 03-09T18:00–03-10T03:00 CASE_TRANSFERRED_HERE goes on',
      'valley INFORMATIONAL 03-09T04:00–03-10T03:00 REFERRAL_SUBMITTED EXPIRED',
      'south OPEN_CASE_TRANSFER 03-09T04:00–03-09T18:00 REFERRAL_SUBMITTED TRANSFERRED',
    ]);
    expect(await whoCould('2025-03-10')).toEqual([
      'south MANAGES 03-10T03:00–03-11T03:00 CASE_TRANSFERRED_HERE goes on',
      'valley INFORMATIONAL 03-10T03:00–03-11T03:00 REFERRAL_SUBMITTED EXPIRED',
    ]);
  });

  it('has 25 hours when the clocks go back', async () => {
    const { from, until } = await ask('2025-11-02');
    expect([from, until]).toEqual([at('11-02T03:00'), at('11-03T04:00')]);
  });

  it('[D3] [D4] ends with a withdrawal and a refusal', async () => {
    const toSouth = await referAt('03-05T15:00', 'CASE_TRANSFER', 'south.manager');
    const toValley = await referAt('03-05T15:00', 'CASE_TRANSFER', 'valley.manager');
    await endAt('03-06T10:00', toSouth, 'withdrawn', 'north.manager');
    await endAt('03-06T11:00', toValley, 'declined', 'valley.manager');
    expect((await whoCould('2025-03-06')).slice(1)).toEqual([
      'south OPEN_CASE_TRANSFER 03-06T04:00–03-06T10:00 REFERRAL_SUBMITTED WITHDRAWN',
      'valley OPEN_CASE_TRANSFER 03-06T04:00–03-06T11:00 REFERRAL_SUBMITTED DECLINED',
    ]);
    expect((await whoCould('2025-03-07')).slice(1)).toEqual([]);
  });

  it('[D8] ends when access runs out, whether that has been put on record or not', async () => {
    const referralId = await referAt('03-05T15:00', 'CASE_TRANSFER', 'south.manager');
    const onTheDay = ['south OPEN_CASE_TRANSFER 06-03T03:00–06-03T15:00 REFERRAL_SUBMITTED EXPIRED'];
    expect((await whoCould('2025-06-03')).slice(1)).toEqual(onTheDay);
    expect((await whoCould('2025-06-04')).slice(1)).toEqual([]);
    await house.database.referralAccess.update({
      where: { referralId },
      data: { endedAt: at('06-03T15:00'), endCause: 'EXPIRED' },
    });
    expect((await whoCould('2025-06-03')).slice(1)).toEqual(onTheDay);
    expect((await whoCould('2025-06-04')).slice(1)).toEqual([]);
  });

  it('[D12] goes by what the receiver’s agreement said then', async () => {
    await referAt('03-05T15:00', 'INFORMATIONAL_WITHIN', 'valley.manager');
    const gap = { from: at('03-20T10:00'), until: at('03-21T16:00') };
    await agreementsSaid(house, 'valley.manager', { clientTracking: false }, gap);
    expect((await whoCould('2025-03-20')).slice(1)).toEqual([
      'valley INFORMATIONAL 03-20T03:00–03-20T10:00 REFERRAL_SUBMITTED NO_LONGER_ELIGIBLE',
    ]);
    expect((await whoCould('2025-03-21')).slice(1)).toEqual([
      'valley INFORMATIONAL 03-21T16:00–03-22T03:00 ELIGIBLE_AGAIN EXPIRED',
    ]);
  });

  it('names the things seen, the case and the referral', async () => {
    const referralId = await referAt('03-05T15:00', 'CASE_TRANSFER', 'south.manager');
    const { entries } = await ask('2025-03-06');
    expect(entries.find(({ relation }) => relation === 'OPEN_CASE_TRANSFER')).toMatchObject({
      caseNumber: referred.number,
      referralId,
      things: ['personRecord', 'caseSummary', 'transferRequests'],
    });
  });

  it('counts Employment Nova Scotia’s administrators, and of its people only them', async () => {
    const [first] = (await ask('2025-03-05')).entries;
    expect(first).toMatchObject({ relation: 'NETWORK_ADMINISTRATOR', caseNumber: null, referralId: null });
    expect(first?.staff.map(({ username }) => username)).toEqual(['ens.admin']);
  });

  it('is said in a sentence of each language', async () => {
    const toSouth = await referAt('03-05T15:00', 'CASE_TRANSFER', 'south.manager');
    await endAt('03-06T10:00', toSouth, 'withdrawn', 'north.manager');
    const { entries } = await ask('2025-03-06');
    const received = entries.filter(({ relation }) => relation === 'OPEN_CASE_TRANSFER').map(explainAccess);
    const { number } = referred;
    expect(received).toEqual([
      {
        EN: `A Case Transfer referral of case ${number} to the organization was open. It began when the referral was submitted. It ended when the sender withdrew the referral.`,
        FR: `Un aiguillage de transfert du cas ${number} vers l’organisme était ouvert. Cela a commencé à la soumission de l’aiguillage. Cela a pris fin lorsque l’expéditeur a retiré l’aiguillage.`,
      },
    ]);
  });
});

describe('[B10] whoever asks', () => {
  it('is an auditor or administrator of Employment Nova Scotia, signed in there', async () => {
    const north = await house.actor('north.manager');
    const roles = ['AUDITOR', 'ENS_ADMINISTRATOR'] as const;
    for (const actor of [
      north,
      await house.actor('north.admin'),
      ...roles.map((role) => ({ ...north, roles: [role] })),
    ]) {
      await expect(ask('2025-03-05', actor)).rejects.toThrow(NotAllowed);
    }
    for (const username of ['auditor', 'ens.admin']) {
      expect((await ask('2025-03-05', await house.actor(username))).entries).toHaveLength(2);
    }
  });

  it('asks about a client there is, and a day that has come', async () => {
    const personId = '00000000-0000-0000-0000-000000000000';
    const nobody = accessOn(auditor, house.platform, { personId, date: new Date('2025-03-05') });
    await expect(nobody).rejects.toThrow(NotFound);
    house.setNow(at('03-06T02:00'));
    await expect(ask('2025-03-06')).rejects.toThrow(InvalidInput);
    await expect(ask('1999-12-31')).rejects.toThrow(InvalidInput);
    expect((await ask('2025-03-05')).until).toEqual(new Date(at('03-06T02:00').getTime() + 1));
  });

  it('[D14] is on record', async () => {
    await ask('2025-03-05');
    const { personId } = referred;
    expect(
      await house.database.auditEvent.findMany({ where: { personId, action: 'person.accessOn' } }),
    ).toMatchObject([
      {
        actorId: auditor.staffId,
        outcome: 'VIEWED',
        entityType: 'Person',
        entityId: personId,
        details: ['2025-03-05'],
      },
    ]);
  });
});
