import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleCases } from '../../../src/domain/cases/access.ts';
import { listedWith } from '../../../src/domain/cases/list-cases.ts';
import type { Moment } from '../../../src/domain/people/access.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { visibleReferrals } from '../../../src/domain/referrals/access.ts';
import { caseActionFacts } from '../../../src/domain/transfers/case-actions.ts';
import { findInOneStatement } from '../../../src/platform/one-statement/find-in-one-statement.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let moment: Moment;
beforeAll(async () => {
  house = await buildHouse();
  const north = await house.actor('north.manager');
  for (const type of ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'CASE_TRANSFER'] as const) {
    const { id: caseId } = await openCase(house, 'north.manager');
    await submitted(house, north, { caseId, type });
  }
  const { id } = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER' });
  await transfer(house, await house.actor('south.manager'), id);
  const now = house.platform.now();
  moment = { now, day: programDay(now, house.platform.timeZone) };
});
afterAll(async () => await house.stop());

const everybody = [
  'north.manager',
  'south.manager',
  'valley.admin',
  'noecm.manager',
  'expired.manager',
  'ens.admin',
];

/** A record in which all lists without an order of their own have one: who has access to a client comes in none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    const isOfAccess = items.every((item) => Object.keys(item as object).join() === 'organizationId');
    return isOfAccess ? items.map((item) => JSON.stringify(item)).toSorted() : items;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inOrder(item)]));
}

describe('a record in one statement is, value for value, what Prisma gives', () => {
  it.each(everybody)('[R32] [R26] of every case, to %s', async (username) => {
    const actor = await house.actor(username);
    const { accesses } = caseActionFacts(actor, moment);
    const include = {
      ...{ ...listedWith, accesses },
      referrals: {
        include: { receivingOrganization: { select: { name: true } }, correspondence: true, access: true },
        orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
        ...{ take: 2, skip: 0 },
      },
      notifications: { where: { acknowledgedAt: null }, orderBy: { createdAt: 'desc' as const } },
      transfers: { include: { toOffice: true, toCaseManager: { select: { roles: true, scopes: true } } } },
      _count: { select: { referrals: true, notifications: { where: { acknowledgedAt: { not: null } } } } },
    };
    for (const { id } of await house.database.case.findMany({ select: { id: true } })) {
      const query = { include, where: { id, AND: [visibleCases(actor, moment)] } };
      const expected = await house.database.case.findUnique(query);
      const found = await findInOneStatement(house.database, 'Case', query);
      expect(inOrder(found)).toEqual(inOrder(expected));
    }
  });

  it.each(everybody)('[R3] of every referral, to %s', async (username) => {
    const actor = await house.actor(username);
    const include = {
      ...{ receivingOrganization: true, sendingOrganization: true, template: true, createdBy: true },
      submittedBy: true,
      templateVersion: { select: { number: true, template: { select: { referralType: true } } } },
      case: { include: { person: { include: listedWith.person.include } } },
      correspondence: { include: { requestedBy: true }, orderBy: { number: 'desc' as const }, take: 21 },
    };
    for (const { id } of await house.database.referral.findMany({ select: { id: true } })) {
      const query = { include, where: { id, AND: [visibleReferrals(actor)] } };
      const expected = await house.database.referral.findUnique(query);
      expect(inOrder(await findInOneStatement(house.database, 'Referral', query))).toEqual(inOrder(expected));
    }
  });
});
