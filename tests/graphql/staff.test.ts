import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { casesQuery } from '../../demo/operations.ts';
import type { Privilege } from '../../src/domain/privilege-table.ts';
import { heldWhere, privileges, scopesThatGive } from '../../src/domain/privilege-words.ts';
import { IntegrationScope, StaffRole } from '../../src/generated/prisma/enums.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import {
  addServiceAccountMutation,
  addStaffMemberMutation,
  staffQuery,
  updateServiceAccountMutation,
  updateStaffMemberMutation,
} from '../support/staff-operations.ts';

let api: TestApi;
let admin: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  admin = await api.as('north.admin');
});
afterAll(async () => await api.stop());

const organizationOf = async (username: string) =>
  (await api.database.staff.findUniqueOrThrow({ where: { username } })).organizationId;
const idOf = async (username: string) =>
  globalId('StaffMember', (await api.database.staff.findUniqueOrThrow({ where: { username } })).id);
const north = async () => globalId('Organization', await organizationOf('north.admin'));

async function staff(viewer: Visitor, asked: { search?: string; filter?: object } = {}) {
  const { node } = await viewer.request(staffQuery, { id: await north(), ...asked });
  return (node as { staff: { edges: { node: { username: string; account: unknown } }[] } }).staff.edges.map(
    ({ node: member }) => member,
  );
}

async function program(scopes: IntegrationScope[], username = `desk.${scopes.join('.')}`.toLowerCase()) {
  const organizationId = await north();
  const input = { organizationId, username, name: 'Desk', email: 'desk@north.example', scopes };
  const answer = await admin.request(addServiceAccountMutation, { input: { ...input, subject: username } });
  return accepted(answer.addServiceAccount).staffMember;
}

const permissionsOf = async (username: string) => {
  const { data } = await (await api.as(username)).ask('{ viewer { permissions } }');
  return (data as { viewer: { permissions: string[] } }).viewer.permissions;
};
const inTheApi = (privilege: Privilege) => privilege.replaceAll(/[A-Z]/g, (one) => `_${one}`).toUpperCase();

describe('viewer.permissions', () => {
  it.each(Object.values(StaffRole))(
    'tells %s what the privilege table gives, here and at Employment Nova Scotia',
    async (role) => {
      for (const there of ['north.admin', 'ens.admin']) {
        const username = `${there}.${role}`.toLowerCase();
        await api.database.staff.create({
          data: {
            ...{ username, givenName: 'Tess', familyName: role, email: `${username}@test.example` },
            ...{ organizationId: await organizationOf(there), roles: [role] },
          },
        });
        const expected = privileges.filter((privilege) =>
          ['ANYWHERE', ...(there === 'ens.admin' ? ['AT_ENS'] : [])].includes(heldWhere(role, privilege)),
        );
        expect(await permissionsOf(username)).toEqual(expected.map(inTheApi));
      }
    },
  );

  it.each(Object.values(IntegrationScope))(
    'tells a service account what its scope %s gives',
    async (scope) => {
      await program([scope], `only.${scope}`.toLowerCase());
      const expected = privileges.filter((privilege) => scopesThatGive(privilege).includes(scope));
      expect(await permissionsOf(`only.${scope}`.toLowerCase())).toEqual(expected.map(inTheApi));
    },
  );
});

describe('the staff of an organization', () => {
  it('are found by words of their names, by role, and by whether they can sign in', async () => {
    const organizationId = await north();
    const names = { username: 'north.zebulon', givenName: 'Zebulon', familyName: 'O’Quill' };
    const input = { organizationId, ...names, email: 'z@north.example', roles: ['AUDITOR' as const] };
    accepted((await admin.request(addStaffMemberMutation, { input })).addStaffMember);
    const found = async (asked: Parameters<typeof staff>[1]) =>
      (await staff(admin, asked)).map(({ username }) => username);
    expect(await found({ search: 'quill ZEB' })).toEqual(['north.zebulon']);
    expect(await found({ search: '%' })).toEqual([]);
    expect(await found({ filter: { role: 'AUDITOR' } })).toContain('north.zebulon');
    const change = { staffMemberId: await idOf('north.zebulon'), disabled: true };
    accepted((await admin.request(updateStaffMemberMutation, { input: change })).updateStaffMember);
    expect(await found({ filter: { disabled: true } })).toEqual(['north.zebulon']);
    expect(await found({ filter: { disabled: false } })).not.toContain('north.zebulon');
  });

  it('are listed to their own people, their accounts to who looks after them, and to strangers nobody', async () => {
    const accounts = async (username: string) =>
      (await staff(await api.as(username))).map((one) => one.account);
    expect(await accounts('north.manager')).toEqual(expect.arrayContaining([null]));
    expect((await accounts('north.manager')).filter((account) => account !== null)).toEqual([]);
    expect(await accounts('north.admin')).not.toContain(null);
    expect(await accounts('ens.admin')).not.toContain(null);
    expect(await accounts('south.admin')).toEqual([]);
  });

  it('who are disabled are kept out at once, and a case manager with open cases is named with them', async () => {
    const before = await api.database.case.findMany({
      where: { caseManager: { username: 'north.manager' }, status: { not: 'CLOSED' } },
      orderBy: { number: 'asc' },
    });
    const input = { staffMemberId: await idOf('north.manager'), disabled: true };
    const { updateStaffMember: answer } = await admin.request(updateStaffMemberMutation, { input });
    expect(answer).toMatchObject({
      openCaseCount: before.length,
      openCases: before.map(({ number }) => ({ number })),
    });
  });
});

describe('a service account', () => {
  it('sees and does what its scopes let it, and nothing once it has lost them', async () => {
    const { id } = await program(['READ_CASES']);
    const reader = await api.as('desk.read_cases');
    expect((await reader.request(casesQuery, { search: '' })).cases.totalCount).toBeGreaterThan(0);
    const { data } = await reader.ask(
      'mutation ($input: AddOfficeInput!) { addOffice(input: $input) { __typename ... on Error { message } } }',
      {
        input: {
          ...{ organizationId: await north(), name: 'X', addressLine1: 'X', city: 'X' },
          ...{ province: 'NS', postalCode: 'B2N 1A1', phone: '902-555-0190' },
        },
      },
    );
    expect(data).toMatchObject({ addOffice: { __typename: 'NotAllowed' } });
    const input = { serviceAccountId: id, scopes: [] };
    accepted((await admin.request(updateServiceAccountMutation, { input })).updateServiceAccount);
    expect((await reader.request(casesQuery, { search: '' })).cases.totalCount).toBe(0);
  });

  it('has no roles and is no case manager: it is changed by its own mutation alone', async () => {
    const { id } = await program(['SUBSCRIBE']);
    const input = { staffMemberId: id, roles: ['CASE_MANAGER' as const] };
    const { updateStaffMember: refused } = await admin.request(updateStaffMemberMutation, { input });
    expect(refused.__typename).toBe('NotFound');
    const person = { serviceAccountId: await idOf('north.manager'), scopes: [] };
    const { updateServiceAccount } = await admin.request(updateServiceAccountMutation, { input: person });
    expect(updateServiceAccount.__typename).toBe('NotFound');
  });

  it('that is disabled is kept out', async () => {
    const { id } = await program(['READ_CASES', 'SUBSCRIBE']);
    const visitor = await api.as('desk.read_cases.subscribe');
    const input = { serviceAccountId: id, disabled: true };
    accepted((await admin.request(updateServiceAccountMutation, { input })).updateServiceAccount);
    const { errors } = await visitor.ask('{ viewer { username } }');
    expect(errors?.[0]?.extensions?.code).toBe('STAFF_MEMBER_DISABLED');
  });
});
