import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { CaseWish } from '../../../src/domain/casework/case-wish.ts';
import { createPerson } from '../../../src/domain/casework/create-person.ts';
import { visiblePeople } from '../../../src/domain/people/access.ts';
import { PossibleDuplicatePeople } from '../../../src/domain/people/possible-duplicate-people.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { caseWish, somebody } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { fieldsRefused, refusalOf, refusalWithoutChange } from '../../support/refusal.ts';

let house: House;
let north: Actor;
let south: Actor;
let wish: CaseWish;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  wish = await caseWish(house, north);
});
afterAll(async () => await house.stop());

const rosa = { givenName: 'Rosa', familyName: 'Diaz', birthDate: new Date('1988-03-14') };
const create = (actor: Actor, person: object) =>
  createPerson(actor, house.platform, { ...somebody(), case: wish, ...person });
const candidates = async (attempt: () => Promise<unknown>) => {
  const refusal = await refusalWithoutChange(house.database, attempt);
  expect(refusal).toBeInstanceOf(PossibleDuplicatePeople);
  const { personIds } = refusal as PossibleDuplicatePeople;
  const people = await house.database.person.findMany({ where: { id: { in: personIds } } });
  return people.map(({ familyName }) => familyName);
};

describe('a new client', () => {
  it('is there with a first case, which is what lets the organization see them, and nobody else', async () => {
    const { personId, caseId } = await create(north, { email: 'x@mail.example' });
    const opened = await house.database.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { statusHistory: true },
    });
    expect(opened).toMatchObject({
      personId,
      organizationId: north.organizationId,
      status: 'INTAKE',
      ...wish,
    });
    expect(opened.statusHistory).toMatchObject([{ from: null, to: 'INTAKE', changedById: north.staffId }]);
    const now = house.platform.now();
    const sees = async (actor: Actor) =>
      await house.database.person.count({
        where: {
          id: personId,
          AND: [visiblePeople(actor, { now, day: programDay(now, 'America/Halifax') })],
        },
      });
    expect([await sees(north), await sees(south), await sees(await house.actor('ens.admin'))]).toEqual([
      1, 0, 1,
    ]);
  });

  it('[D14] is on record with ids and field names alone', async () => {
    const { personId } = await create(north, {});
    const events = await house.database.auditEvent.findMany({ where: { personId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action, actorId, details }) => ({ action, actorId, details }))).toEqual([
      { action: 'case.open', actorId: north.staffId, details: [] },
      { action: 'person.create', actorId: north.staffId, details: [] },
    ]);
  });

  it.each([
    ['Kɨtpu', 'Sylliboy-ᒥᒃᒪᐤ'],
    ['José María', 'Núñez y Peña'],
    ['志明', '王'],
    ['محمد', 'الأحمد'],
    ["Seán 'Jack'", 'O’Brien'],
  ])('has a name of any script: %s %s', async (givenName, familyName) => {
    const { personId } = await create(north, { givenName, familyName });
    const person = await house.database.person.findUniqueOrThrow({ where: { id: personId } });
    expect([person.givenName, person.familyName]).toEqual([givenName, familyName]);
  });

  it('has everything written in one way', async () => {
    const { personId } = await create(north, {
      ...{
        givenName: '  Zoe\u0301 ',
        middleNames: ' ',
        phone: '(902) 863.1234 ext. 12',
        postalCode: 'b0k1v0',
      },
      ...{
        province: 'ns',
        sin: '130-692-544',
        healthCardNumber: '0012 345 679',
        email: ' zoe@mail.example ',
      },
    });
    expect(await house.database.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
      ...{ givenName: 'Zoé', middleNames: null, phone: '902-863-1234 x12', postalCode: 'B0K 1V0' },
      ...{ province: 'NS', sin: '130692544', healthCardNumber: '0012345679', email: 'zoe@mail.example' },
      ...{ preferredLanguage: 'EN', version: 1 },
    });
  });

  it('[R33] gives their case manager a task where somebody else adds them', async () => {
    const admin = await house.actor('north.admin');
    const { caseId } = await create(admin, {});
    const tasks = await house.database.homepageTask.findMany({ where: { caseId } });
    expect(tasks).toMatchObject([
      { type: 'CASE_ASSIGNED', assigneeId: wish.caseManagerId, createdById: admin.staffId },
    ]);
    const own = await create(north, { case: { ...wish, caseManagerId: null } });
    expect(await house.database.homepageTask.count({ where: { caseId: own.caseId } })).toBe(0);
  });
});

describe('what is missing or wrong', () => {
  it('is all named in one answer, of the case too, and nothing is written', async () => {
    const southern = await caseWish(house, south);
    const person = {
      ...{ givenName: ' ', familyName: 'a\nb', birthDate: new Date('2999-01-01'), email: 'x@', phone: '12' },
      ...{
        postalCode: 'A1A',
        province: 'XX',
        sin: '123456789',
        healthCardNumber: '12',
        middleNames: '\u0000',
      },
      ...{ addressLine1: 'x'.repeat(201), preferredLanguage: null },
      case: { ...southern, programId: wish.programId, employmentGoal: 'a\u0007' },
    };
    const refused = await fieldsRefused(
      refusalWithoutChange(house.database, () => create(north, person)).then((refusal) => {
        throw refusal;
      }),
    );
    expect(refused.toSorted()).toEqual(
      [
        ...['addressLine1', 'birthDate', 'case.agreementId', 'case.caseManagerId', 'case.employmentGoal'],
        ...['case.officeId', 'case.serviceDeliveryLocationId', 'email', 'familyName', 'givenName'],
        ...['healthCardNumber', 'middleNames', 'phone', 'postalCode', 'preferredLanguage', 'province', 'sin'],
      ].toSorted(),
    );
  });

  it.each(['1899-12-31', '2999-01-01'])('a birth date of %s', async (day) => {
    expect(await fieldsRefused(create(north, { birthDate: new Date(day) }))).toEqual(['birthDate']);
  });

  it('needs the role: an auditor of the organization adds nobody', async () => {
    const auditor: Actor = { ...north, roles: ['AUDITOR'] };
    expect(await refusalOf(create(auditor, {}))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('[R6] an agreement that has ended, or has not the program', async () => {
    const skills = await house.database.program.create({ data: { code: 'NEW', name: 'New', ecm: false } });
    expect(await fieldsRefused(create(north, { case: { ...wish, programId: skills.id } }))).toEqual([
      'case.agreementId',
    ]);
  });
});

describe('somebody who may be on record already', () => {
  it.each([
    ['the same name and birth date', rosa],
    ['a slip in the name', { ...rosa, familyName: 'Díazz', givenName: 'Rossa' }],
    ['another family name', { ...rosa, familyName: 'MacNeil' }],
    ['another given name', { ...rosa, givenName: 'Lucy' }],
    ['given and family name exchanged', { ...rosa, givenName: 'Diaz', familyName: 'Rosa' }],
    ['the same SIN', { sin: '095 152 203' }],
    ['the same health card', { healthCardNumber: '0000051417' }],
  ])('is shown first to those who may see them: %s', async (_what, person) => {
    expect(await candidates(() => create(north, person))).toEqual(['Diaz']);
  });

  it('is shown first where day and month are exchanged', async () => {
    const kitpu = { givenName: 'Kitpu', familyName: 'Sylliboy', birthDate: new Date('1996-02-11') };
    expect(await candidates(() => create(north, kitpu))).toEqual(['Sylliboy']);
    await create(north, { ...kitpu, familyName: 'Gloade' });
  });

  it('is not shown for a name alone, or a birth date alone', async () => {
    await create(north, { ...somebody(), givenName: 'Rosa', familyName: 'Diaz' });
    await create(north, { ...somebody(), birthDate: rosa.birthDate });
  });

  it('is added once those shown have been looked at, all of them', async () => {
    const refusal = (await refusalOf(create(north, rosa))) as PossibleDuplicatePeople;
    const { personId } = await create(north, { ...rosa, differentFromIds: refusal.personIds });
    expect(await candidates(() => create(north, { ...rosa, differentFromIds: refusal.personIds }))).toEqual([
      'Diaz',
      'Diaz',
    ]);
    const [event] = await house.database.auditEvent.findMany({
      where: { personId, action: 'person.create' },
    });
    expect(event?.details).toEqual(['differentFromIds']);
  });

  it('keeps a number to one client as far as the organization can tell', async () => {
    const same = { ...somebody(), sin: '095152203' };
    const { personIds } = (await refusalOf(create(north, same))) as PossibleDuplicatePeople;
    expect(await fieldsRefused(create(north, { ...same, differentFromIds: personIds }))).toEqual(['sin']);
  });

  it('is entered by two at once: the second is shown the first one’s', async () => {
    const person = somebody();
    const attempts = await Promise.allSettled([create(north, person), create(north, person)]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = attempts.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(PossibleDuplicatePeople);
  });

  it('[D12] of another organization is nothing to hear of: name, birth date, SIN and health card tell nothing', async () => {
    const southern = await caseWish(house, south);
    const answer = await createPerson(south, house.platform, {
      ...{ ...rosa, sin: '095152203', healthCardNumber: '0000051417', case: southern },
    });
    expect(answer).toHaveProperty('personId');
  });
});
