import { afterAll, beforeAll, expect, it } from 'vitest';
import { findActor } from '../../../src/domain/actor.ts';
import {
  type FirstRecords,
  NetworkIsSetUp,
  setUpNetwork,
} from '../../../src/domain/network/set-up-network.ts';
import { hasPrivilege } from '../../../src/domain/privileges.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

const first: FirstRecords = {
  organization: {
    ...{ name: 'Employment Nova Scotia', generalContactEmail: 'info@ens.example', phone: '902 555 0100' },
    ...{ addressLine1: '1 Sample Square', city: 'Halifax', province: 'ns', postalCode: 'b3j0a1' },
  },
  administrator: {
    ...{ username: ' ENS.Admin ', subject: 'ens.admin', email: 'ada@ens.example' },
    ...{ givenName: 'Ada', familyName: 'Smith' },
  },
  programs: [{ code: 'LSI', name: 'Case Management', ecm: true }],
};
const counts = async () => [
  await test.database.organization.count(),
  await test.database.staff.count(),
  await test.database.program.count(),
  await test.database.auditEvent.count(),
];

it('names every field that is wrong, of the organization and of its administrator, and writes nothing', async () => {
  const wrong = { ...first.administrator, username: 'é', subject: ' ', email: 'nowhere', familyName: ' ' };
  const attempt = setUpNetwork(test.database, {
    ...first,
    organization: { name: 'Employment Nova Scotia', postalCode: '90210' },
    administrator: wrong,
  });
  expect((await fieldsRefused(attempt)).toSorted()).toEqual(
    [
      ...['addressLine1', 'city', 'generalContactEmail', 'phone', 'postalCode', 'province'],
      ...['email', 'familyName', 'subject', 'username'],
    ].toSorted(),
  );
  expect(await counts()).toEqual([0, 0, 0, 0]);
});

it('[D14] puts in Employment Nova Scotia, its first administrator and the programs, on record; of two at once one', async () => {
  const both = await Promise.allSettled([
    setUpNetwork(test.database, first),
    setUpNetwork(test.database, { ...first, administrator: { ...first.administrator, subject: 'other' } }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await counts()).toEqual([1, 1, 1, 2]);
  expect(await test.database.organization.findFirst()).toMatchObject({
    postalCode: 'B3J 0A1',
    phone: '902-555-0100',
  });
  const actor = await findActor(test.database, { username: 'ens.admin' });
  expect(actor && hasPrivilege(actor, 'manageNetwork')).toBe(true);
});

it('changes nothing where there is a network', async () => {
  const before = await counts();
  const again = { ...first, organization: { ...first.organization, name: 'Another one' } };
  expect(await refusalOf(setUpNetwork(test.database, again))).toBeInstanceOf(NetworkIsSetUp);
  expect(await counts()).toEqual(before);
});
