import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeOrganization } from '../support/organizations.ts';

let test: TestDatabase;
let organizationId: string;
let staffId: string;
let made = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  made += 1;
  ({ id: organizationId, staffId } = await makeOrganization(test.database, `versions${made}`));
});
afterAll(async () => await test.drop());

const inOrder = [{ validFrom: 'asc' as const }, { validUntil: { sort: 'asc', nulls: 'last' } as const }];

/** The versions themselves, after each has been found to begin when the one before ended. */
function withoutGaps<T extends { validFrom: Date; validUntil: Date | null }>(versions: readonly T[]) {
  const gaps = versions
    .slice(1)
    .filter(({ validFrom }, index) => validFrom.getTime() !== versions[index]?.validUntil?.getTime());
  expect(gaps).toEqual([]);
  return versions;
}

/** What the member could do, in order; `+` where the version still holds. */
async function accounts(): Promise<string[]> {
  const versions = await test.database.staffVersion.findMany({ where: { staffId }, orderBy: inOrder });
  return withoutGaps(versions).map(({ roles, scopes, active, validUntil }) =>
    [[...roles, ...scopes].join(), active ? 'active' : 'disabled', ...(validUntil ? [] : ['+'])].join(' '),
  );
}

/** Whether the organization was open, in order; `+` where it still is so. */
async function openings(): Promise<string[]> {
  const versions = await test.database.organizationVersion.findMany({
    where: { organizationId },
    orderBy: inOrder,
  });
  return withoutGaps(versions).map(
    ({ open, validUntil }) => `${open ? 'open' : 'closed'}${validUntil ? '' : ' +'}`,
  );
}

const change = async (data: Prisma.StaffUncheckedUpdateInput) =>
  await test.database.staff.update({ where: { id: staffId }, data });
const close = async (closedAt: Date | null) =>
  await test.database.organization.update({ where: { id: organizationId }, data: { closedAt } });

const first = 'CASE_MANAGER,ORGANIZATION_ADMINISTRATOR active';

describe('[B10] what an account could do is on record', () => {
  it('from when it was made', async () => {
    const { createdAt } = await test.database.staff.findUniqueOrThrow({ where: { id: staffId } });
    const [version] = await test.database.staffVersion.findMany({ where: { staffId } });
    expect(version).toMatchObject({ validFrom: createdAt, organizationId });
    expect(await accounts()).toEqual([`${first} +`]);
  });

  it('through each change of its roles, its scopes and whether it is disabled, without gap or overlap', async () => {
    await change({ roles: ['AUDITOR'] });
    await change({ disabledAt: new Date() });
    await change({ roles: ['INTEGRATION'], scopes: ['READ_CASES'] });
    await change({ disabledAt: null });
    await change({ scopes: [] });
    expect(await accounts()).toEqual([
      first,
      'AUDITOR active',
      'AUDITOR disabled',
      'INTEGRATION,READ_CASES disabled',
      'INTEGRATION,READ_CASES active',
      'INTEGRATION active +',
    ]);
  });

  it('at which organization', async () => {
    const { id } = await makeOrganization(test.database, `elsewhere${made}`);
    await change({ organizationId: id });
    const versions = await test.database.staffVersion.findMany({ where: { staffId }, orderBy: inOrder });
    expect(versions.map((version) => version.organizationId)).toEqual([organizationId, id]);
  });

  it('until it is deleted', async () => {
    await test.database.staff.delete({ where: { id: staffId } });
    expect(await accounts()).toEqual([first]);
  });

  it('and not where nothing of it has changed', async () => {
    await change({ givenName: 'Other', subject: `other${made}`, scopes: [] });
    await change({ disabledAt: new Date('2025-01-01') });
    await change({ disabledAt: new Date('2025-01-02') });
    expect(await accounts()).toEqual([first, first.replace('active', 'disabled +')]);
  });

  it('as a transaction leaves it, and not as it was in between or was rolled back', async () => {
    const promote = async (fails: boolean) =>
      await test.database.$transaction(async ({ staff }) => {
        await staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
        await staff.update({ where: { id: staffId }, data: { roles: ['AUDITOR'] } });
        if (fails) throw new Error('rolled back');
        await staff.update({ where: { id: staffId }, data: { disabledAt: null } });
      });
    await expect(promote(true)).rejects.toThrow('rolled back');
    expect(await accounts()).toEqual([`${first} +`]);
    await promote(false);
    expect(await accounts()).toEqual([first, 'AUDITOR active +']);
  });

  it('also where two transactions change it at once', async () => {
    const slowly = async (data: Prisma.StaffUncheckedUpdateInput) =>
      await test.database.$transaction(async (transaction) => {
        await transaction.staff.update({ where: { id: staffId }, data });
        await transaction.$queryRaw`SELECT pg_sleep(0.1)::text`;
      });
    await Promise.all([slowly({ roles: ['AUDITOR'] }), slowly({ disabledAt: new Date() })]);
    const all = await accounts();
    expect(all).toHaveLength(3);
    expect(all.at(-1)).toBe('AUDITOR disabled +');
  });
});

describe('[B10] whether an organization was open is on record', () => {
  it('from when it was made, through each closing and opening', async () => {
    const { createdAt } = await test.database.organization.findUniqueOrThrow({
      where: { id: organizationId },
    });
    await close(new Date());
    await close(null);
    expect(await openings()).toEqual(['open', 'closed', 'open +']);
    const [version] = await test.database.organizationVersion.findMany({
      where: { organizationId },
      orderBy: inOrder,
    });
    expect(version?.validFrom).toEqual(createdAt);
  });

  it('and not where it stays as it is', async () => {
    await test.database.organization.update({ where: { id: organizationId }, data: { city: 'Digby' } });
    await close(new Date('2025-01-01'));
    await close(new Date('2025-01-02'));
    expect(await openings()).toEqual(['open', 'closed +']);
  });
});
