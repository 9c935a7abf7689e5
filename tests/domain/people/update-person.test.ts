import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { findPeople } from '../../../src/domain/cases/case-search.ts';
import { personActionFacts, personActions } from '../../../src/domain/people/person-actions.ts';
import { updatePerson } from '../../../src/domain/people/update-person.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { openCase } from '../../support/cases.ts';
import { newClient } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';

let house: House;
let north: Actor;
let south: Actor;
let personId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  ({ personId } = await newClient(house, north));
});
afterAll(async () => await house.stop());

const update = (change: object, by = north) => updatePerson(by, house.platform, { personId, ...change });
const now = () => house.database.person.findUniqueOrThrow({ where: { id: personId } });
const moment = () => {
  const at = house.platform.now();
  return { now: at, day: programDay(at, house.platform.timeZone) };
};

describe('a change of a record', () => {
  it('[D14] changes what is given, keeps what is not, empties what is null, and names the fields alone', async () => {
    await update({ city: 'Truro', email: 'a@mail.example', province: 'NS' });
    const before = await now();
    await update({ city: null, phone: '902 555 0199', province: 'ns' });
    expect(await now()).toEqual({
      ...{ ...before, city: null, phone: '902-555-0199' },
      ...{ version: before.version + 1, updatedAt: expect.any(Date) },
    });
    const events = await house.database.auditEvent.findMany({ where: { personId, action: 'person.update' } });
    expect(
      events.map(({ details, managingOrganizationId }) => [details.toSorted(), managingOrganizationId]),
    ).toEqual([
      [['city', 'email', 'province'], north.organizationId],
      [['city', 'phone'], north.organizationId],
    ]);
  });

  it('that changes nothing leaves the version, and the trail, as they are', async () => {
    const before = await now();
    await update({ givenName: ` ${before.givenName} `, birthDate: before.birthDate, middleNames: '' });
    expect(await now()).toEqual(before);
  });

  it('is refused where the record has changed since the user saw it', async () => {
    const { version } = await now();
    await update({ version, city: 'Truro' });
    const stale = await refusalWithoutChange(house.database, () => update({ version, city: 'Amherst' }));
    expect(stale).toMatchObject({ code: 'STALE_RECORD', version: version + 1 });
  });

  it('of two at once with the same version, one is made', async () => {
    const { version } = await now();
    const attempts = await Promise.allSettled([
      update({ version, city: 'Truro' }),
      update({ version, city: 'Amherst' }),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('names every field that cannot be kept, and what cannot be emptied', async () => {
    const wrong = {
      givenName: null,
      familyName: ' ',
      birthDate: null,
      preferredLanguage: null,
      sin: '1',
      city: 'a\rb',
    };
    expect((await fieldsRefused(update(wrong))).toSorted()).toEqual(Object.keys(wrong).toSorted());
  });

  it('[R28] of a name is followed by searches', async () => {
    await update({ familyName: 'Wolastoqiyik' });
    const where = await findPeople(north, house.database, moment(), 'wolastoq');
    expect(await house.database.person.findMany({ where, select: { id: true } })).toEqual([{ id: personId }]);
  });

  it('[R17] leaves the letter of a submitted referral as it was', async () => {
    const opened = await openCase(house, 'north.manager');
    personId = opened.personId;
    const referralId = await submitted(house, north, { caseId: opened.id, type: 'INFORMATIONAL_WITHIN' });
    const letter = () => house.database.letter.findUniqueOrThrow({ where: { referralId } });
    const before = await letter();
    await update({ familyName: 'Renamed', givenName: 'Somebody' });
    expect(await letter()).toEqual(before);
  });
});

describe('a number', () => {
  it('is refused that another client has whom the user may see', async () => {
    await newClient(house, north, { sin: '052 199 338' });
    expect(await fieldsRefused(update({ sin: '052199338' }))).toEqual(['sin']);
    await update({ sin: '077 123 453' });
    await update({ sin: '077123453', city: 'Truro' });
  });

  it('[D12] of a client of another organization is no more than any other number: it is kept, and nothing is told', async () => {
    // That of a client of South Shore Works Association.
    const taken = await house.database.person.findFirstOrThrow({
      where: { sin: { not: null }, cases: { every: { organizationId: south.organizationId }, some: {} } },
    });
    await update({ sin: taken.sin });
    expect((await now()).sin).toBe(taken.sin);
  });

  it('is given to two at once by two users of one organization: one is refused', async () => {
    const other = await newClient(house, north);
    const sin = '046810123';
    const attempts = await Promise.allSettled([
      update({ sin }),
      updatePerson(north, house.platform, { personId: other.personId, sin }),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who may', () => {
  it('[R24] [R26] [R32] [B6] whoever manages a case of the client; receivers see and open, but do not change', async () => {
    const opened = await openCase(house, 'north.manager');
    personId = opened.personId;
    await submitted(house, north, { caseId: opened.id, type: 'CASE_TRANSFER', to: 'south.manager' });
    await submitted(house, north, { caseId: opened.id, type: 'INFORMATIONAL_WITHIN', to: 'valley.manager' });
    const cast = {
      north,
      south,
      valley: await house.actor('valley.manager'),
      reader: { ...north, roles: ['AUDITOR'] } as Actor,
      administrator: await house.actor('ens.admin'),
      stranger: await house.actor('noecm.manager'),
    };
    const answers: Record<string, unknown> = {};
    for (const [name, actor] of Object.entries(cast)) {
      const where = { id: personId };
      const select = personActionFacts(actor, moment());
      const facts = await house.database.person.findUniqueOrThrow({ where, select });
      const told = personActions(actor, facts).map(({ refusal }) => refusal?.code ?? 'allowed');
      const done = await update({ city: name }, actor).then(
        () => 'allowed',
        ({ code }: { code: string }) => code,
      );
      answers[name] = { told, done };
    }
    expect(answers).toEqual({
      north: { told: ['allowed', 'allowed'], done: 'allowed' },
      south: { told: ['NOT_ALLOWED', 'allowed'], done: 'NOT_ALLOWED' },
      valley: { told: ['NOT_ALLOWED', 'allowed'], done: 'NOT_ALLOWED' },
      reader: { told: ['NOT_ALLOWED', 'NOT_ALLOWED'], done: 'NOT_ALLOWED' },
      administrator: { told: ['NOT_ALLOWED', 'NOT_ALLOWED'], done: 'NOT_ALLOWED' },
      stranger: { told: ['NOT_ALLOWED', 'NOT_ALLOWED'], done: 'NOT_FOUND' },
    });
  });
});
