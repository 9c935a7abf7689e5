import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { openCase } from '../../../src/domain/casework/open-case.ts';
import { addAgreement } from '../../../src/domain/network/add-agreement.ts';
import { addOffice } from '../../../src/domain/network/add-office.ts';
import { createOrganization } from '../../../src/domain/network/create-organization.ts';
import { updateAgreement } from '../../../src/domain/network/update-agreement.ts';
import { updateOffice } from '../../../src/domain/network/update-office.ts';
import { updateOrganization } from '../../../src/domain/network/update-organization.ts';
import { updateServiceDeliveryLocation } from '../../../src/domain/network/update-service-delivery-location.ts';
import { findOrganizations } from '../../../src/domain/organizations/find-organizations.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { caseWish, newClient } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { makeOrganization } from '../../support/organizations.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';

let house: House;
let ens: Actor;
let admin: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  admin = await house.actor('north.admin');
});
afterAll(async () => await house.stop());

const code = async (attempt: () => Promise<unknown>) =>
  ((await refusalOf(attempt())) as { code?: string }).code;
const place = {
  ...{ addressLine1: '1 Main Street', city: 'Truro', province: 'ns', postalCode: 'b2n1a1' },
  phone: '(902) 555-0190',
};
const details = { ...place, generalContactEmail: 'info@strait.example' };
const close = (organizationId: string, closed = true) =>
  updateOrganization(ens, house.platform, { organizationId, closed });

describe('an organization', () => {
  it('is added as it was written, in one way, and audited', async () => {
    const id = await createOrganization(ens, house.platform, { ...details, name: '  Détroit Careers ' });
    expect(await house.database.organization.findUnique({ where: { id } })).toMatchObject({
      ...{ name: 'Détroit Careers', province: 'NS', postalCode: 'B2N 1A1', phone: '902-555-0190' },
    });
    const audited = await house.database.auditEvent.findFirst({ where: { entityId: id } });
    expect(audited).toMatchObject({ action: 'organization.create', actorId: ens.staffId });
  });

  it('has every wrong field named, a name that only accents and case tell apart too', async () => {
    const wrong = {
      name: 'NORTH SHÓRE employment services',
      phone: '1',
      postalCode: '90210',
      province: 'NY',
    };
    const attempt = createOrganization(ens, house.platform, {
      ...details,
      ...wrong,
      generalContactEmail: 'x',
    });
    expect((await fieldsRefused(attempt)).toSorted()).toEqual(
      ['generalContactEmail', 'name', 'phone', 'postalCode', 'province'].toSorted(),
    );
  });

  it('changes its own details by its administrator; the field names are audited', async () => {
    const { organizationId } = admin;
    await updateOrganization(admin, house.platform, { organizationId, city: 'Amherst', province: 'NS' });
    const last = await house.database.auditEvent.findFirst({
      where: { action: 'organization.update', entityId: organizationId },
    });
    expect(last?.details).toEqual(['city']);
  });

  it('is closed by Employment Nova Scotia alone, which itself stays open', async () => {
    const { organizationId } = admin;
    const own = updateOrganization(admin, house.platform, { organizationId, closed: true });
    expect(await code(() => own)).toBe('NOT_ALLOWED');
    expect(await fieldsRefused(close(ens.organizationId))).toEqual(['closed']);
  });

  it('is not closed before its open cases are handed over, and the answer says which', async () => {
    const where = { organizationId: admin.organizationId, status: { not: 'CLOSED' } } as const;
    const open = await house.database.case.findMany({ where, orderBy: { number: 'asc' } });
    expect(await refusalOf(close(admin.organizationId))).toMatchObject({
      code: 'ORGANIZATION_HAS_OPEN_CASES',
      caseIds: open.map(({ id }) => id),
    });
  });

  it('is closed or gets another case, when both are wanted at once', async () => {
    for (const key of ['race1', 'race2', 'race3']) {
      const made = await makeOrganization(house.database, key);
      const actor = await house.actor(made.username);
      const wish = await caseWish(house, actor);
      const { id: personId } = await house.database.person.create({
        data: { givenName: 'Ann', familyName: key, birthDate: new Date('1990-01-01') },
      });
      const { id: _, ...like } = await house.caseOf('north.manager');
      const { organizationId } = actor;
      const { officeId, agreementId } = made;
      await house.database.case.create({
        data: {
          ...{
            ...like,
            number: `9990000${key.slice(-1)}`,
            personId,
            organizationId,
            officeId,
          },
          ...{ agreementId, caseManagerId: made.staffId, serviceDeliveryLocationId: null },
          ...{ status: 'CLOSED', closedOn: like.openedOn },
        },
      });
      const both = await Promise.allSettled([
        openCase(actor, house.platform, { ...wish, personId }),
        close(organizationId),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('is found by words of its name, and by whether it can be referred to', async () => {
    const day = programDay(house.platform.now(), house.platform.timeZone);
    const names = async (wanted: Parameters<typeof findOrganizations>[3]) => {
      const where = await findOrganizations(admin, house.database, day, wanted);
      return (await house.database.organization.findMany({ where })).map(({ name }) => name);
    };
    expect(await names({ search: 'SHÓRE works' })).toEqual(['South Shore Works Association']);
    expect(await names({ eligible: true })).toContain('Annapolis Valley Career Centre');
    expect(await names({ eligible: false })).toContain('North Shore Employment Services');
    expect(await names({ closed: true, eligible: true })).toEqual([]);
  });
});

describe('an office or a service delivery location', () => {
  it('is the business of its own administrator: others may not, strangers do not find it', async () => {
    const input = { ...place, name: 'Amherst Office', organizationId: admin.organizationId };
    const officeId = await addOffice(admin, house.platform, input);
    const manager = await house.actor('north.manager');
    const stranger = await house.actor('south.admin');
    expect(await code(() => updateOffice(manager, house.platform, { officeId }))).toBe('NOT_ALLOWED');
    expect(await code(() => updateOffice(stranger, house.platform, { officeId }))).toBe('NOT_FOUND');
    expect(
      await fieldsRefused(addOffice(admin, house.platform, { ...input, name: 'AMHERST office' })),
    ).toEqual(['name']);
  });

  it('[R29] cannot be chosen once closed; with one location left open, that is the one', async () => {
    const south = await house.actor('south.manager');
    const { personId, caseId } = await newClient(house, south);
    await house.database.case.update({
      where: { id: caseId },
      data: { status: 'CLOSED', closedOn: new Date() },
    });
    const locations = await house.database.serviceDeliveryLocation.findMany({
      where: { organizationId: south.organizationId },
    });
    for (const { id } of locations.slice(1)) {
      await updateServiceDeliveryLocation(ens, house.platform, {
        serviceDeliveryLocationId: id,
        closed: true,
      });
    }
    const wish = { ...(await caseWish(house, south)), serviceDeliveryLocationId: null, personId };
    await updateOffice(ens, house.platform, { officeId: wish.officeId, closed: true });
    expect(await fieldsRefused(openCase(south, house.platform, wish))).toEqual(['officeId']);
    await updateOffice(ens, house.platform, { officeId: wish.officeId, closed: false });
    const id = await openCase(south, house.platform, wish);
    const opened = await house.database.case.findUniqueOrThrow({ where: { id } });
    expect(opened.serviceDeliveryLocationId).toBe(locations[0]?.id);
  });
});

describe('an agreement', () => {
  const ofNumber = (number: string) =>
    house.database.agreement.findUniqueOrThrow({ where: { number }, include: { programs: true } });

  it('does not go backwards, share a number, or share a program with another one on a day', async () => {
    const { organizationId, startsOn, endsOn, programs } = await ofNumber('OFA-204117');
    const programIds = programs.map(({ programId }) => programId);
    const terms = { ...{ organizationId, startsOn, endsOn, programIds }, number: 'N', clientTracking: true };
    const add = (change: object) => addAgreement(ens, house.platform, { ...terms, ...change });
    const wrong = { startsOn: endsOn, endsOn: startsOn, number: 'OFA-207358' };
    expect(await fieldsRefused(add(wrong))).toEqual(['number', 'endsOn']);
    expect(await code(() => add({ startsOn: endsOn }))).toBe('AGREEMENTS_OVERLAP');
    const later = (days: number) => new Date(endsOn.getTime() + days * 86_400_000);
    await add({ startsOn: later(1), endsOn: later(2) });
    expect(await code(() => addAgreement(admin, house.platform, { ...terms, number: 'M' }))).toBe(
      'NOT_ALLOWED',
    );
  });

  it('keeps the programs of open cases under it', async () => {
    const { id: agreementId } = await ofNumber('OFA-207358');
    const { id } = await house.database.program.findUniqueOrThrow({ where: { code: 'YOUTH' } });
    const attempt = updateAgreement(ens, house.platform, { agreementId, programIds: [id] });
    expect(await fieldsRefused(attempt)).toEqual(['programIds']);
  });

  it('[D12] that ends takes away what referrals showed, and tells open subscriptions at once', async () => {
    const north = await house.actor('north.manager');
    const { id: caseId } = await house.caseOf('north.manager');
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
    const { id: agreementId, startsOn } = await ofNumber('OFA-209543');
    const told = () => house.database.liveEvent.count({ where: { topic: 'caseAccess', key: caseId } });
    await updateAgreement(ens, house.platform, { agreementId, number: 'OFA-209544' });
    expect(await told()).toBe(0);
    await updateAgreement(ens, house.platform, { agreementId, endsOn: startsOn });
    expect(await told()).toBe(1);
  });
});
