import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { NotAllowed, NotFound } from '../../../../src/domain/errors.ts';
import {
  savedPrivacyFindings,
  typedPrivacyFindings,
} from '../../../../src/domain/referrals/privacy/check-privacy.ts';
import { updateReferral } from '../../../../src/domain/referrals/update-referral.ts';
import type { Case, Person } from '../../../../src/generated/prisma/client.ts';
import { ReferralType } from '../../../../src/generated/prisma/enums.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { completeDraft } from '../../../support/referrals.ts';
import { fieldsRefused } from '../../../support/refusal.ts';

let house: House;
let manager: Actor;
/** Of a client with two cases, and one with every detail recorded. */
let twice: Case;
let known: Case & { person: Person };
let referralId: string;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  twice = await house.database.case.findUniqueOrThrow({ where: { number: '79745501' } });
  // Not the postal code of the office in the same village.
  known = await house.database.case.update({
    where: { number: '50244764' },
    data: { person: { update: { postalCode: 'B4H 2X1' } } },
    include: { person: true },
  });
});
beforeEach(async () => {
  referralId = await completeDraft(house, manager, { caseId: known.id, type: 'INFORMATIONAL_WITHIN' });
});
afterAll(async () => await house.stop());

const typed = (emailContent: string, by = manager, id = referralId) =>
  typedPrivacyFindings(by, house.platform, { referralId: id, emailContent });
const kindsIn = async (text: string) => (await typed(text)).map(({ kind }) => kind);

describe('what is known of the client', () => {
  it('[B3] every number and address on record is found, as this client’s', async () => {
    const { sin, healthCardNumber, phone, email, addressLine1, postalCode } = known.person;
    const details = {
      NAME: 'Diaz, Rosa Lucia',
      BIRTH_DATE: '1988-03-14',
      ...{ SIN: sin, HEALTH_CARD_NUMBER: healthCardNumber, PHONE: phone, EMAIL: email },
      ...{ STREET_ADDRESS: addressLine1, POSTAL_CODE: postalCode, CASE_ID: known.number },
    };
    for (const [kind, detail] of Object.entries(details)) {
      const [finding, ...others] = await typed(`Please note: ${detail}.`);
      expect([kind, finding, others]).toEqual([
        kind,
        { field: 'emailContent', start: 13, end: 13 + (detail?.length ?? 0), kind, severity: 'HIGH' },
        [],
      ]);
    }
  });

  it('[B3] so are the Case IDs of all their cases', async () => {
    const id = await completeDraft(house, manager, { caseId: twice.id, type: 'INFORMATIONAL_WITHIN' });
    const text = 'They had 70191001 before 79745501.';
    const found = await typed(text, manager, id);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['70191001', '79745501']);
    expect(await kindsIn(text)).toEqual([]);
  });
});

describe('what belongs in the email', () => {
  it('[B3] [R9] what templates set gives nothing away, of no client', async () => {
    const cases = await house.database.case.findMany({
      where: { organizationId: manager.organizationId, status: { notIn: ['CLOSED', 'FOLLOW_UP'] } },
    });
    expect(cases.length).toBeGreaterThan(3);
    for (const { id: caseId } of cases) {
      for (const type of Object.values(ReferralType)) {
        const id = await completeDraft(house, manager, { caseId, type });
        for (const language of ['EN', 'FR'] as const) {
          await updateReferral(manager, house.platform, { referralId: id, language });
          expect(await savedPrivacyFindings(manager, house.platform, id)).toEqual([]);
        }
      }
    }
  });

  it('[B3] contact details of both organizations, of the sender’s staff, and of the contact', async () => {
    const { database, platform } = house;
    const contact = { contactName: 'Ms. Rosa Hebb', emailTo: 'intake@partner.example' };
    await updateReferral(manager, platform, { referralId, ...contact });
    const organizations = await database.organization.findMany({
      where: { OR: [{ id: manager.organizationId }, { receivedReferrals: { some: { id: referralId } } }] },
      include: { offices: true, serviceDeliveryLocations: true, staff: true },
    });
    expect(organizations).toHaveLength(2);
    const staff = await database.staff.findMany({ where: { organizationId: manager.organizationId } });
    const places = organizations.flatMap((one) => [one, ...one.offices, ...one.serviceDeliveryLocations]);
    const lines = [
      ...places.map((place) => `${place.name}, ${place.addressLine1}, ${place.city} NS ${place.postalCode}`),
      ...places.map(({ postalCode }) => `Near ${postalCode}.`),
      ...organizations.map(({ generalContactEmail }) => generalContactEmail),
      ...[...organizations, ...organizations.flatMap(({ offices }) => offices), ...staff].map(
        ({ phone }) => phone,
      ),
      ...staff.map(({ givenName, familyName, email }) => `${givenName} ${familyName}, ${email}`),
      'Dear Rosa Hebb, or whoever reads intake@partner.example,',
    ];
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) expect([line, await typed(line ?? '')]).toEqual([line, []]);
  });

  it('[B3] the client’s own phone is found even where an organization has the same, a postal code is not', async () => {
    const { phone, postalCode } = await house.database.organization.findUniqueOrThrow({
      where: { id: manager.organizationId },
    });
    const text = `Call ${phone}, or come to ${postalCode}.`;
    expect(await kindsIn(text)).toEqual([]);
    await house.database.person.update({ where: { id: known.personId }, data: { phone, postalCode } });
    expect(await kindsIn(text)).toEqual(['PHONE']);
    const { phone: before, postalCode: codeBefore } = known.person;
    await house.database.person.update({
      where: { id: known.personId },
      data: { phone: before, postalCode: codeBefore },
    });
  });
});

describe('texts that are not saved yet', () => {
  it('[B3] are checked in place of the saved ones; places are counted in what was sent', async () => {
    await updateReferral(manager, house.platform, { referralId, emailSubject: 'Rosa Diaz' });
    const emailSubject = '  Diaz ';
    const emailContent = 'Hello,\r\n\r\nI write about Rosa 😀 Diaz.';
    const input = { referralId, emailSubject, emailContent };
    const found = await typedPrivacyFindings(manager, house.platform, input);
    const written = found.map(({ field, start, end }) => input[field].slice(start, end));
    expect(written).toEqual(['Diaz', 'Rosa', 'Diaz']);
    expect(await savedPrivacyFindings(manager, house.platform, referralId)).toHaveLength(1);
  });

  it('[B3] longer than a draft’s may be, or with control characters, are refused by field', async () => {
    const input = { referralId, emailSubject: 'two\nlines', emailContent: 'a'.repeat(10_001) };
    const refused = typedPrivacyFindings(manager, house.platform, input);
    expect(await fieldsRefused(refused)).toEqual(['emailSubject', 'emailContent']);
  });

  it('[B3] [D14] tell nothing to another organization, nor to who only looks', async () => {
    for (const username of ['south.manager', 'valley.admin', 'auditor']) {
      const other = await house.actor(username);
      await expect(typed('Rosa Diaz', other)).rejects.toBeInstanceOf(NotFound);
    }
    const looking: Actor = { ...manager, roles: ['AUDITOR'] };
    for (const other of [looking, await house.actor('ens.admin')]) {
      await expect(typed('Rosa Diaz', other)).rejects.toBeInstanceOf(NotAllowed);
    }
  });
});

it('[B3] [D14] saved texts are checked for those alone who see the referral', async () => {
  for (const username of ['north.manager2', 'ens.admin']) {
    expect(await savedPrivacyFindings(await house.actor(username), house.platform, referralId)).toEqual([]);
  }
  for (const username of ['south.manager', 'valley.admin', 'auditor']) {
    const other = await house.actor(username);
    const refused = savedPrivacyFindings(other, house.platform, referralId);
    await expect(refused).rejects.toBeInstanceOf(NotFound);
  }
});
