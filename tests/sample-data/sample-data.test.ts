import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedSampleData } from '../../prisma/sample-data/seed.ts';
import { activeAgreement, eligibleForReferrals } from '../../src/domain/organizations/eligibility.ts';
import { addDays } from '../../src/domain/program-day.ts';
import { CaseStatus } from '../../src/generated/prisma/enums.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const today = new Date('2026-02-28T00:00:00Z');
const eligible = [
  'Annapolis Valley Career Centre',
  'North Shore Employment Services',
  'South Shore Works Association',
];

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase('empty');
  expect(await seedSampleData(test.database, today)).toBe(true);
});

afterAll(async () => {
  await test.drop();
});

describe('organizations', () => {
  it('[R6] three can receive referrals, on the day of seeding and a year later', async () => {
    for (const day of [today, addDays(today, 365)]) {
      const found = await test.database.organization.findMany({
        where: eligibleForReferrals(day),
        orderBy: { name: 'asc' },
      });
      expect(found.map(({ name }) => name)).toEqual(eligible);
    }
  });

  it.each([
    { prefix: 'expired', active: false, ecm: true, tracked: true },
    { prefix: 'noecm', active: true, ecm: false, tracked: true },
    { prefix: 'untracked', active: true, ecm: true, tracked: false },
  ])('[R6] $prefix fails one condition alone', async ({ prefix, ...conditions }) => {
    const agreements = { organization: { staff: { some: { username: `${prefix}.manager` } } } };
    const count = (where: object) =>
      test.database.agreement.count({ where: { AND: [agreements, where] } }).then((number) => number > 0);
    expect({
      active: await count(activeAgreement(today)),
      ecm: await count({ programs: { some: { program: { ecm: true } } } }),
      tracked: await count({ clientTracking: true }),
    }).toEqual(conditions);
  });

  it('have the users that the documentation names', async () => {
    const staff = await test.database.staff.findMany({ orderBy: { username: 'asc' } });
    const found = Object.fromEntries(staff.map(({ username, roles }) => [username, roles.join()]));
    const trio = (prefix: string) => ({ ...pair(prefix), [`${prefix}.manager2`]: 'CASE_MANAGER' });
    const pair = (prefix: string) => ({
      [`${prefix}.admin`]: 'ORGANIZATION_ADMINISTRATOR',
      [`${prefix}.manager`]: 'CASE_MANAGER',
    });
    expect(found).toEqual({
      'ens.admin': 'ENS_ADMINISTRATOR',
      auditor: 'AUDITOR',
      ...trio('north'),
      ...trio('south'),
      ...trio('valley'),
      ...pair('expired'),
      ...pair('noecm'),
      ...pair('untracked'),
    });
  });
});

describe('people and cases', () => {
  it.each(eligible)('has a case in every status at %s', async (name) => {
    const found = await test.database.case.groupBy({ by: ['status'], where: { organization: { name } } });
    expect(found.map(({ status }) => status).sort()).toEqual(Object.values(CaseStatus).sort());
  });

  it('[R36] has Rosa L. Diaz with a case in action plan, managed by north.manager', async () => {
    const found = await test.database.case.findMany({
      where: { person: { familyName: 'Diaz' } },
      include: { person: true, caseManager: true },
    });
    expect(found).toMatchObject([
      {
        status: 'ACTION_PLAN',
        person: { givenName: 'Rosa', middleNames: 'Lucia' },
        caseManager: { username: 'north.manager' },
      },
    ]);
  });

  it('has names with ɨ, apostrophes, hyphens, accents and other scripts', async () => {
    const names = (await test.database.person.findMany()).map((row) => `${row.givenName} ${row.familyName}`);
    for (const part of ['ɨ', "'", '’', '-', 'É', 'Ł', '陈', 'محمد']) {
      expect(
        names.some((name) => name.includes(part)),
        part,
      ).toBe(true);
    }
  });

  it('[D13] has Case IDs of eight digits, no two of them consecutive', async () => {
    const numbers = (await test.database.case.findMany({ orderBy: { number: 'asc' } })).map(
      (row) => row.number,
    );
    expect(numbers.filter((number) => !/^[1-9]\d{7}$/.test(number))).toEqual([]);
    expect(numbers.filter((number) => numbers.includes(String(Number(number) + 1)))).toEqual([]);
  });

  it('has a last day for closed cases alone', async () => {
    const cases = await test.database.case.findMany();
    expect(cases.filter(({ status, closedOn }) => (status === 'CLOSED') !== (closedOn !== null))).toEqual([]);
  });

  it('holds only numbers and addresses that belong to nobody', async () => {
    const [people, staff] = await Promise.all([
      test.database.person.findMany(),
      test.database.staff.findMany(),
    ]);
    const given = (values: (string | null)[]) => values.filter((value) => value !== null);
    for (const { phone, email } of [...people, ...staff]) {
      for (const number of given([phone])) expect(number).toMatch(/^902-555-01\d\d$/);
      for (const address of given([email])) expect(address).toMatch(/\.example$/);
    }
    const sins = given(people.map(({ sin }) => sin));
    expect(sins.length).toBeGreaterThan(3);
    for (const sin of sins) {
      expect(sin).toMatch(/^0\d{8}$/);
      expect(checkSum(sin) % 10, sin).toBe(0);
    }
    for (const number of given(people.map(({ healthCardNumber }) => healthCardNumber))) {
      expect(number).toMatch(/^00000\d{5}$/);
    }
  });
});

it('is found again by a second start, which adds nothing', async () => {
  const { database } = test;
  const count = async () => [
    await database.organization.count(),
    await database.person.count(),
    await database.case.count(),
    await database.correspondenceTemplate.count(),
  ];
  const before = await count();
  expect(await seedSampleData(database, addDays(today, 1))).toBe(false);
  expect(await count()).toEqual(before);
});

/** The Luhn sum of a number's digits, a multiple of ten when its check digit is right. */
function checkSum(digits: string): number {
  return Array.from(digits)
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
}
