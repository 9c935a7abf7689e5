import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { sightsByReads, sightsByRecords } from '../../support/sight-both-ways.ts';
import { transfer } from '../../support/transfers.ts';

const usernames = ['north.manager', 'south.manager', 'valley.manager'] as const;

let house: House;
let auditor: Actor;
beforeAll(async () => {
  house = await buildHouse();
  auditor = await house.actor('auditor');
});
afterAll(async () => await house.stop());

/** One thing that happens, to a case or to an organization. */
const step = fc.record({
  what: fc.constantFrom(
    'refer',
    'inform',
    'transfer',
    'wait',
    'lose tracking',
    'get tracking',
    'close',
    'reopen',
  ),
  who: fc.constantFrom(...usernames),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take({ what, who }: Step, { id: caseId }: OpenedCase): Promise<void> {
  const { id: organizationId } = await house.organizationOf(who);
  const { database } = house;
  const sender = async () => {
    const { caseManager } = await database.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { caseManager: true },
    });
    return await house.actor(caseManager.username);
  };
  const refer = async (type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN') =>
    await submitted(house, await sender(), { caseId, type, to: who });
  const track = async (clientTracking: boolean) =>
    await database.agreement.updateMany({ where: { organizationId }, data: { clientTracking } });
  switch (what) {
    case 'refer':
      return void (await refer('CASE_TRANSFER'));
    case 'inform':
      return void (await refer('INFORMATIONAL_WITHIN'));
    case 'transfer':
      return await transfer(house, await house.actor(who), caseId);
    case 'wait':
      return house.setNow(addDays(house.platform.now(), 31));
    case 'lose tracking':
    case 'get tracking':
      return void (await track(what === 'get tracking'));
    case 'close':
    case 'reopen':
      return void (await database.organization.update({
        where: { id: organizationId },
        data: { closedAt: what === 'close' ? house.platform.now() : null },
      }));
  }
}

it('[B10] [D8] [D12] who could see a client today is who sees them now, whatever has happened', async () => {
  const seen = new Set<string>();
  const steps = fc.array(step, { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      house.setNow(null);
      const referred = await openCase(house, 'north.manager');
      for (const who of usernames) {
        await take({ what: 'reopen', who }, referred);
        await take({ what: 'get tracking', who }, referred);
      }
      house.setNow(new Date(Date.now() + 1_000));
      for (const one of all) {
        // What the state of things does not allow does not happen, and changes nothing.
        await take(one, referred).catch((error: unknown) => {
          if (!(error instanceof Refusal) && !/has no|not found/.test(String(error))) throw error;
        });
        house.setNow(new Date(house.platform.now().getTime() + 1_000));
        const sights = await sightsByReads(house, referred.personId);
        expect(await sightsByRecords(house, auditor, referred.personId)).toEqual(sights);
        seen.add(
          Object.values(sights)
            .map((sight) => sight.length)
            .toSorted()
            .join(),
        );
      }
    }),
    { numRuns: 10, seed: 25 },
  );
  // The states were worth comparing: managed, with receivers of both kinds beside it, and seen by nobody.
  expect([...seen]).toEqual(expect.arrayContaining(['3', '1,3', '2,3', '']));
}, 120_000);
