import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Thing, things } from '../../../src/domain/access-table.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import type { Moment } from '../../../src/domain/people/access.ts';
import { allowedCases, allowedOnCase, clientsSeen } from '../../../src/domain/people/relation-sql.ts';
import { casesWhere, peopleWhere } from '../../../src/domain/people/relations.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { makeOrganization } from '../../support/organizations.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let viewers: Actor[];

const keys = ['withdrawn', 'declined', 'closed', 'lapsed', 'untracking', 'unecm'] as const;

/** One case that everybody has something to do with, or had, and many that they have not. */
beforeAll(async () => {
  house = await buildHouse();
  const north = await house.actor('north.manager');
  const south = await house.actor('south.manager');
  const made = new Map<string, Awaited<ReturnType<typeof makeOrganization>>>();
  for (const key of keys) made.set(key, await makeOrganization(house.database, key));
  const { id: caseId } = await openCase(house, 'north.manager');
  const refer = (to: string, type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' = 'CASE_TRANSFER') =>
    submitted(house, north, { caseId, type, to });
  const end = { reason: 'It was agreed.', confirm: true };
  await refer('south.manager');
  await refer('valley.manager', 'INFORMATIONAL_WITHIN');
  const referralId = await refer('withdrawn.manager');
  await withdrawReferral(north, house.platform, { referralId, ...end });
  const declinedId = await refer('declined.manager');
  await declineReferral(await house.actor('declined.manager'), house.platform, {
    referralId: declinedId,
    ...end,
  });
  for (const key of keys.slice(2)) await refer(`${key}.manager`);
  const { id: moved } = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: moved, type: 'CASE_TRANSFER' });
  await transfer(house, south, moved);
  viewers = await Promise.all(
    ['north.manager', 'north.admin', 'south.manager', 'valley.manager', 'ens.admin', 'auditor'].map((name) =>
      house.actor(name),
    ),
  );
  for (const key of keys) viewers.push(await house.actor(`${key}.manager`));
  await makeIneligible(made);
});
afterAll(async () => await house.stop());

/** What takes an organization out of the list of receivers, each in its own way (R6, D12). */
async function makeIneligible(made: Map<string, { id: string; agreementId: string }>): Promise<void> {
  const { database } = house;
  const of = (key: string) => ({ id: made.get(key)?.agreementId ?? '' });
  await database.organization.update({
    where: { id: made.get('closed')?.id ?? '' },
    data: { closedAt: new Date() },
  });
  await database.agreement.update({ where: of('lapsed'), data: { endsOn: new Date('2021-01-01') } });
  await database.agreement.update({ where: of('untracking'), data: { clientTracking: false } });
  await database.agreementProgram.deleteMany({ where: { agreementId: of('unecm').id } });
}

async function bothWays(actor: Actor, thing: Thing, action: string, moment: Moment) {
  // Every cell of the table is tried; the compiler knows single ones only.
  const asked = [actor, thing, action as 'see'] as const;
  const wanted = await house.database.case.findMany({
    where: casesWhere(...asked, moment),
    select: { id: true },
  });
  const found = await house.database.$queryRaw<{ id: string }[]>`
    SELECT "case".id FROM "Case" AS "case" WHERE ${allowedOnCase(...asked, moment)}`;
  const lookedUp = await house.database.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "case".id FROM (${allowedCases(...asked, moment) ?? Prisma.sql`SELECT id, "personId" FROM "Case"`}) AS seen
      JOIN "Case" AS "case" ON "case".id = seen.id AND "case"."personId" = seen."personId"`;
  return { wanted: sortedIds(wanted), found: sortedIds(found), lookedUp: sortedIds(lookedUp) };
}

function sortedIds(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id).toSorted();
}

it('[R24] [R26] [R32] [D8] [D12] hand-written SQL allows the same cases as the clauses of all other reads, to everyone and for all things', async () => {
  const seen = new Set<number>();
  for (const after of [0, 89, 91, 366]) {
    const now = addDays(house.platform.now(), after);
    const moment = { now, day: programDay(now, house.platform.timeZone) };
    for (const actor of viewers) {
      for (const thing of things) {
        const { wanted, found, lookedUp } = await bothWays(actor, thing, 'see', moment);
        expect(found, `${actor.username} ${thing} after ${after} days`).toEqual(wanted);
        expect(lookedUp, `${actor.username} ${thing} after ${after} days, looked up`).toEqual(wanted);
        seen.add(wanted.length);
      }
      const { wanted, found } = await bothWays(actor, 'case', 'transfer', moment);
      expect(found, `${actor.username} to transfer after ${after} days`).toEqual(wanted);
    }
  }
  // Some see none, some one, some all.
  expect(seen.size).toBeGreaterThan(3);
});

it('[R32] where there is no case nothing is allowed, to nobody', async () => {
  const now = house.platform.now();
  for (const actor of viewers) {
    const allowed = allowedOnCase(actor, 'personRecord', 'see', { now, day: now });
    const rows = await house.database.$queryRaw<{ allowed: boolean }[]>`
      SELECT ${allowed} AS allowed FROM (SELECT 1) AS nothing LEFT JOIN "Case" AS "case" ON FALSE`;
    expect(rows).toEqual([{ allowed: false }]);
  }
});

it('[R24] [R26] [D8] [D12] hand-written SQL looks up the same clients as the clauses of all other reads, for everyone', async () => {
  for (const after of [0, 89, 91, 366]) {
    const now = addDays(house.platform.now(), after);
    const moment = { now, day: programDay(now, house.platform.timeZone) };
    for (const actor of viewers) {
      const wanted = await house.database.person.findMany({
        where: peopleWhere(actor, moment),
        select: { id: true },
      });
      const everybody = Prisma.sql`SELECT id, id AS "personId" FROM "Person"`;
      const found = await house.database.$queryRaw<{ id: string }[]>`
        SELECT id FROM (${clientsSeen(actor, moment) ?? everybody}) AS seen WHERE id = "personId"`;
      expect(sortedIds(found), `${actor.username} after ${after} days`).toEqual(sortedIds(wanted));
    }
  }
});
