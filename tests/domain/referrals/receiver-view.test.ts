import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { receiverView } from '../../../src/domain/referrals/receiver-view.ts';
import type { Case, ReferralType } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let manager: Actor;
let referred: Case;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const drafted = (type: ReferralType) => completeDraft(house, manager, { caseId: referred.id, type });
const refer = (type: ReferralType, to = 'south.manager') =>
  submitted(house, manager, { caseId: referred.id, type, to });
const view = async (referralId: string, by = manager) => await receiverView(by, house.platform, referralId);

const nothing = { person: false, case: false };
const person = { person: true, case: false };
const both = { person: true, case: true };

describe('of a draft', () => {
  it('[B7] [R24] [R26] [D8] tells by its type what it will give and until when, an organization chosen or not', async () => {
    const expectations = [
      ['CASE_TRANSFER', both, 'PERSON_RECORD_AND_CASE_SUMMARY', addDays(noon, 90)],
      ['INFORMATIONAL_WITHIN', person, 'PERSON_RECORD', addDays(noon, 365)],
    ] as const;
    for (const [type, sees, scope, expiresAt] of expectations) {
      const empty = await addReferral(manager, house.platform, { caseId: referred.id, type });
      for (const referralId of [empty, await drafted(type)]) {
        expect(await view(referralId)).toMatchObject({
          sees,
          access: { state: 'NOT_YET', scope, beganAt: null, expiresAt, endedAt: null, endCause: null },
          alsoByAnother: false,
          managesCase: false,
        });
      }
    }
  });

  it('[B7] [R25] gives nobody anything where it goes outside LaMPSS, before submit and after', async () => {
    for (const referralId of [await drafted('INFORMATIONAL_OUTSIDE'), await refer('INFORMATIONAL_OUTSIDE')]) {
      expect(await view(referralId)).toMatchObject({
        sees: nothing,
        access: { state: 'NONE', scope: null, expiresAt: null },
      });
    }
  });

  it('[B7] counts in what another referral of the case lets the receiver see already', async () => {
    await refer('CASE_TRANSFER');
    expect(await view(await drafted('INFORMATIONAL_WITHIN'))).toMatchObject({
      sees: both,
      alsoByAnother: true,
    });
  });
});

describe('of a submitted referral', () => {
  it('[B7] [D8] is in force until it runs out, to the millisecond', async () => {
    const referralId = await refer('CASE_TRANSFER');
    const expiry = addDays(noon, 90);
    house.setNow(new Date(expiry.getTime() - 1));
    expect(await view(referralId)).toMatchObject({
      sees: both,
      access: { state: 'IN_FORCE', beganAt: noon, expiresAt: expiry, endedAt: null },
    });
    house.setNow(expiry);
    expect(await view(referralId)).toMatchObject({
      sees: nothing,
      access: { state: 'ENDED', scope: null, endedAt: expiry, endCause: 'EXPIRED' },
    });
  });

  it.each(['WITHDRAWN', 'DECLINED'] as const)(
    '[B7] [D8] has ended where it was %s, and says why',
    async (endCause) => {
      const referralId = await refer('CASE_TRANSFER');
      const end = { endedAt: noon, endCause, endReason: 'The client stays', endedById: manager.staffId };
      await house.database.referralAccess.update({ where: { referralId }, data: end });
      house.setNow(addDays(noon, 1));
      expect(await view(referralId)).toMatchObject({
        sees: nothing,
        access: { state: 'ENDED', scope: null, endedAt: noon, endCause, endReason: 'The client stays' },
      });
    },
  );

  it('[B7] [R32] belongs after a transfer to whoever manages the case, and the previous organization has no part in it', async () => {
    const [taken, lost, informed] = [
      await refer('CASE_TRANSFER'),
      await refer('CASE_TRANSFER', 'valley.manager'),
      await refer('INFORMATIONAL_WITHIN', 'valley.manager'),
    ];
    const south = await house.actor('south.manager');
    await expect(view(taken, south)).rejects.toThrow(NotFound);
    await transfer(house, south, referred.id);
    expect(await view(taken, south)).toMatchObject({
      sees: both,
      access: { state: 'ENDED', endCause: 'TRANSFERRED' },
      managesCase: true,
    });
    expect(await view(lost, south)).toMatchObject({
      sees: person,
      access: { state: 'ENDED', endCause: 'SUPERSEDED' },
      alsoByAnother: true,
      managesCase: false,
    });
    expect(await view(informed, south)).toMatchObject({ sees: person, access: { state: 'IN_FORCE' } });
    await expect(view(taken)).rejects.toThrow(NotFound);
    expect(await view(taken, await house.actor('ens.admin'))).toMatchObject({ managesCase: true });
  });

  it('[B7] is for nobody else, the receiver and the auditor included', async () => {
    const referralId = await refer('CASE_TRANSFER');
    for (const username of ['south.manager', 'south.admin', 'valley.manager', 'auditor']) {
      await expect(view(referralId, await house.actor(username))).rejects.toThrow(NotFound);
    }
  });
});

describe('of a receiver that can receive nothing at present', () => {
  const track = (clientTracking: boolean) =>
    house.database.agreement.updateMany({ where: { number: 'OFA-207358' }, data: { clientTracking } });
  afterEach(async () => void (await track(true)));

  it('[B7] [D12] is paused, and shows nothing until it can again', async () => {
    const referralId = await refer('INFORMATIONAL_WITHIN');
    await track(false);
    expect(await view(referralId)).toMatchObject({ sees: nothing, access: { state: 'PAUSED', scope: null } });
    await track(true);
    expect(await view(referralId)).toMatchObject({ sees: person, access: { state: 'IN_FORCE' } });
  });
});

describe('what the receiver sees for other reasons than this case', () => {
  /** Another case of the same client, managed by somebody else. */
  async function secondCase(username: string): Promise<string> {
    const { id: _, number, personId: __, person: ___, ...like } = await openCase(house, username);
    const data = { ...like, number: `1${number.slice(1)}`, personId: referred.personId };
    return (await house.database.case.create({ data })).id;
  }

  it('[B7] is not told: neither a case of the same client that it manages, nor one that others referred to it', async () => {
    const valley = await house.actor('valley.manager');
    await secondCase('south.manager');
    const elsewhere = { caseId: await secondCase('valley.manager'), type: 'CASE_TRANSFER' as const };
    await submitted(house, valley, elsewhere);
    const referralId = await refer('CASE_TRANSFER');
    expect(await view(referralId)).toMatchObject({ sees: both, alsoByAnother: false, managesCase: false });
    house.setNow(addDays(noon, 89));
    await submitted(house, valley, elsewhere);
    house.setNow(addDays(noon, 90));
    expect(await view(referralId)).toMatchObject({ sees: nothing, alsoByAnother: false });
  });
});
