import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, findActor } from '../../../src/domain/actor.ts';
import { openCase } from '../../../src/domain/casework/open-case.ts';
import { addStaffMember, type NewStaffMember } from '../../../src/domain/network/add-staff-member.ts';
import { updateOffice } from '../../../src/domain/network/update-office.ts';
import { type StaffChange, updateStaffMember } from '../../../src/domain/network/update-staff-member.ts';
import { caseWish, newClient } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { makeOrganization } from '../../support/organizations.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';

let house: House;
let ens: Actor;
let admin: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
});
beforeEach(async () => {
  made += 1;
  const { username } = await makeOrganization(house.database, `staff${made}`);
  admin = await house.actor(username);
});
afterAll(async () => await house.stop());

let made = 0;
const code = async (attempt: Promise<unknown>) => ((await refusalOf(attempt)) as { code?: string }).code;
const add = (actor: Actor, changes: Partial<NewStaffMember> = {}) => {
  made += 1;
  const names = { username: `new.member${made}`, givenName: 'Nora', familyName: 'New' };
  const rest = { email: 'nora@test.example', roles: ['CASE_MANAGER'] as const };
  const { organizationId } = admin;
  return addStaffMember(actor, house.platform, { ...names, ...rest, organizationId, ...changes });
};
const update = (actor: Actor, staffMemberId: string, change: StaffChange) =>
  updateStaffMember(actor, house.platform, { staffMemberId, ...change });
const stored = (id: string) => house.database.staff.findUniqueOrThrow({ where: { id } });

describe('a staff member', () => {
  it('is added as they were written, in one way, and audited by field names alone', async () => {
    const roles = ['AUDITOR', 'CASE_MANAGER'] as const;
    const typed = { username: ' Nora.New ', givenName: ' Nóra ', phone: '(902) 555-0190', jobTitle: ' ' };
    const id = await add(admin, { ...typed, roles, subject: 'issuer|42' });
    expect(await stored(id)).toMatchObject({
      ...{ username: 'nora.new', givenName: 'Nóra', phone: '902-555-0190', jobTitle: null },
      ...{ roles: ['CASE_MANAGER', 'AUDITOR'], scopes: [], subject: 'issuer|42', language: 'EN' },
    });
    const audited = await house.database.auditEvent.findMany({ where: { entityId: id } });
    expect(audited).toMatchObject([{ action: 'staff.add', actorId: admin.staffId, details: [] }]);
  });

  it('has every wrong field named at once', async () => {
    const { officeId } = await caseWish(house, await house.actor('south.manager'));
    const wrong = { username: 'é', givenName: ' ', email: 'nowhere', phone: '1', subject: ' x', officeId };
    expect(await fieldsRefused(add(admin, { ...wrong, roles: [] }))).toEqual(
      expect.arrayContaining([...Object.keys(wrong), 'roles']),
    );
  });

  it('has a user name and a subject that nobody else has', async () => {
    const id = await add(admin, { username: 'only.once', subject: 'only-once' });
    expect(await fieldsRefused(add(ens, { username: 'ONLY.once', subject: 'only-once' }))).toEqual([
      'username',
      'subject',
    ]);
    const other = await add(admin);
    expect(await fieldsRefused(update(admin, other, { subject: 'only-once' }))).toEqual(['subject']);
    await update(admin, id, { subject: 'only-once' });
  });

  it('is put into an office that is open, and of the same organization', async () => {
    const { officeId } = await caseWish(house, admin);
    const id = await add(admin, { officeId });
    await updateOffice(admin, house.platform, { officeId, closed: true });
    expect(await fieldsRefused(add(admin, { officeId }))).toEqual(['officeId']);
    expect(await fieldsRefused(update(admin, id, { officeId }))).toEqual(['officeId']);
    await update(admin, id, { officeId: null });
    expect((await stored(id)).officeId).toBeNull();
  });

  it('is the business of their own administrator: colleagues may not, strangers do not find them', async () => {
    const id = await add(admin, { username: 'a.colleague' });
    const colleague = await house.actor('a.colleague');
    expect(await code(update(colleague, id, { jobTitle: 'Chief' }))).toBe('NOT_ALLOWED');
    expect(await code(update(colleague, id, { roles: ['ORGANIZATION_ADMINISTRATOR'] }))).toBe('NOT_ALLOWED');
    expect(await code(add(colleague))).toBe('NOT_ALLOWED');
    const stranger = await house.actor('south.admin');
    expect(await code(update(stranger, id, { jobTitle: 'Chief' }))).toBe('NOT_FOUND');
    expect(await code(add(stranger))).toBe('NOT_ALLOWED');
    await update(ens, id, { jobTitle: 'Chief' });
    expect((await stored(id)).jobTitle).toBe('Chief');
  });

  it('keeps what a change leaves out; one that changes nothing leaves no trace', async () => {
    const id = await add(admin, { jobTitle: 'Coach', phone: '902-555-0190' });
    await update(admin, id, { jobTitle: 'Coach', roles: ['CASE_MANAGER'], disabled: false });
    const audited = () =>
      house.database.auditEvent.findMany({ where: { entityId: id, action: 'staff.update' } });
    expect(await audited()).toEqual([]);
    await update(admin, id, { phone: null, language: 'FR' });
    expect(await stored(id)).toMatchObject({ jobTitle: 'Coach', phone: null, language: 'FR' });
    expect((await audited()).map(({ details }) => details)).toEqual([['phone', 'language']]);
  });
});

describe('roles', () => {
  it('of Employment Nova Scotia are held there alone, and no person is an integration', async () => {
    expect(await fieldsRefused(add(ens, { roles: ['ENS_ADMINISTRATOR'] }))).toEqual(['roles']);
    expect(await fieldsRefused(add(ens, { roles: ['INTEGRATION'] }))).toEqual(['roles']);
    expect(await fieldsRefused(add(ens, { roles: ['AUDITOR', 'AUDITOR'] }))).toEqual(['roles']);
  });

  it('that reach beyond the organization are given by the network’s administrators alone', async () => {
    const { organizationId } = ens;
    await add(ens, { username: 'ens.local', organizationId, roles: ['ORGANIZATION_ADMINISTRATOR'] });
    const local = await house.actor('ens.local');
    for (const role of ['ENS_ADMINISTRATOR', 'AUDITOR'] as const) {
      expect(await code(add(local, { organizationId, roles: [role] }))).toBe('NOT_ALLOWED');
      const id = await add(ens, { organizationId, roles: [role] });
      // Nor does such an account become somebody else's by another subject.
      expect(await code(update(local, id, { subject: `taken-over-${role}` }))).toBe('NOT_ALLOWED');
    }
    const id = await add(local, { organizationId });
    expect(await code(update(local, id, { roles: ['ENS_ADMINISTRATOR'] }))).toBe('NOT_ALLOWED');
  });

  it('count from the next request on', async () => {
    const id = await add(admin, { username: 'soon.gone' });
    await update(admin, id, { roles: ['AUDITOR'] });
    expect((await house.actor('soon.gone')).roles).toEqual(['AUDITOR']);
    await update(admin, id, { disabled: true });
    expect(await findActor(house.database, { username: 'soon.gone' })).toBeNull();
    await update(admin, id, { disabled: false });
    expect(await findActor(house.database, { username: 'soon.gone' })).not.toBeNull();
  });
});

describe('nobody is left alone', () => {
  it('a case manager is neither disabled nor another before the open cases are handed over, and the answer says which', async () => {
    const id = await add(admin, { username: `busy${made}.manager` });
    const clients = [await newClient(house, admin), await newClient(house, admin)];
    const where = { id: { in: clients.map(({ caseId }) => caseId) } };
    await house.database.case.updateMany({ where, data: { caseManagerId: id } });
    const open = await house.database.case.findMany({ where, orderBy: { number: 'asc' } });
    const caseIds = open.map((one) => one.id);
    for (const change of [{ disabled: true }, { roles: ['AUDITOR'] as const }]) {
      const refusal = await refusalOf(update(admin, id, change));
      expect(refusal).toMatchObject({ code: 'STAFF_MEMBER_HAS_OPEN_CASES', caseIds });
    }
    expect(await stored(id)).toMatchObject({ disabledAt: null, roles: ['CASE_MANAGER'] });
    await house.database.case.updateMany({ where, data: { status: 'CLOSED', closedOn: new Date() } });
    await update(admin, id, { disabled: true });
    expect((await stored(id)).disabledAt).not.toBeNull();
  });

  it('a case manager is disabled or gets another case, when both are wanted at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await add(admin);
      const { personId, caseId } = await newClient(house, admin);
      await house.database.case.update({
        where: { id: caseId },
        data: { status: 'CLOSED', closedOn: new Date() },
      });
      const wish = { ...(await caseWish(house, admin)), caseManagerId: id };
      const both = await Promise.allSettled([
        openCase(admin, house.platform, { ...wish, personId }),
        update(admin, id, { disabled: true }),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('the last administrator stays one, but for Employment Nova Scotia, which looks after the organization then', async () => {
    expect(await code(update(admin, admin.staffId, { disabled: true }))).toBe('LAST_ADMINISTRATOR');
    expect(await code(update(admin, admin.staffId, { roles: ['CASE_MANAGER'] }))).toBe('LAST_ADMINISTRATOR');
    await update(ens, admin.staffId, { roles: ['CASE_MANAGER'] });
    expect((await stored(admin.staffId)).roles).toEqual(['CASE_MANAGER']);
    const { organizationId, staffId } = ens;
    const secondId = await add(ens, { organizationId, roles: ['ENS_ADMINISTRATOR'] });
    const others = await house.database.staff.findMany({
      where: { organizationId, id: { not: staffId }, disabledAt: null, roles: { has: 'ENS_ADMINISTRATOR' } },
    });
    expect(others.map(({ id }) => id)).toContain(secondId);
    for (const { id } of others) await update(ens, id, { disabled: true });
    expect(await code(update(ens, staffId, { disabled: true }))).toBe('LAST_ADMINISTRATOR');
  });

  it('of two administrators who disable each other at once, one stays', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { username } = await makeOrganization(house.database, `duel${round}`);
      const one = await house.actor(username);
      const { organizationId } = one;
      const roles = ['ORGANIZATION_ADMINISTRATOR'] as const;
      const otherId = await add(one, { username: `duel${round}.other`, organizationId, roles });
      const other = await house.actor(`duel${round}.other`);
      await Promise.allSettled([
        update(one, otherId, { disabled: true }),
        update(other, one.staffId, { disabled: true }),
      ]);
      const left = await house.database.staff.count({
        where: { organizationId, disabledAt: null, roles: { has: 'ORGANIZATION_ADMINISTRATOR' } },
      });
      expect(left).toBe(1);
    }
  });
});
