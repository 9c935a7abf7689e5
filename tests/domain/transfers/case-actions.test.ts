import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { AllowedAction } from '../../../src/domain/allowed-action.ts';
import { visibleCases } from '../../../src/domain/cases/access.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { pendingTransfers } from '../../../src/domain/referrals/pending-transfers.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import {
  caseActionAsksFor,
  caseActionFacts,
  caseActions,
} from '../../../src/domain/transfers/case-actions.ts';
import {
  pendingTransferActionAsksFor,
  pendingTransferActions,
  pendingTransferFacts,
} from '../../../src/domain/transfers/pending-transfer-actions.ts';
import { CaseStatus } from '../../../src/generated/prisma/enums.ts';
import { openCase, setCaseStatus } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';
import { askedAndRefused } from '../../support/try-out.ts';
import { cast } from '../referrals/referral-scenes.ts';
import { caseActionWays, pendingTransferActionWays } from './case-action-ways.ts';

let house: House;
let actors: Record<string, Actor>;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  actors = await cast(house);
  north = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

const moment = () => {
  const now = house.platform.now();
  return { now, day: programDay(now, house.platform.timeZone) };
};
const told = ({ code, text }: { code: string; text: object }) => ({ code, text });

type Ways = Awaited<ReturnType<typeof caseActionWays> | ReturnType<typeof pendingTransferActionWays>>;

/** Holds what the actor is told of each action against what doing it answers. */
async function compare<Action extends string>(
  [scene, name, actor]: [scene: string, name: string, actor: Actor],
  [ways, id]: [ways: Ways, id: string],
  actions: AllowedAction<Action>[] | null,
  asksFor: (actor: Actor, action: Action) => readonly string[],
): Promise<string[]> {
  const allowed: string[] = [];
  for (const [action, way] of Object.entries(ways)) {
    const where = `${action} of ${scene}, by ${name}`;
    const done = await askedAndRefused(house, (platform, given) => way(actor, platform, id, given));
    if (actions === null) {
      expect(done.refusal, where).not.toBe(null);
      continue;
    }
    const one = actions.find((other) => other.action === action);
    if (one === undefined) throw new Error(`nothing is said of ${where}`);
    expect(one.refusal && told(one.refusal), where).toEqual(done.refusal && told(done.refusal));
    if (one.refusal !== null) continue;
    expect(asksFor(actor, one.action), where).toEqual(done.asksFor);
    allowed.push(`${action} by ${name}`);
  }
  return allowed;
}

/** The states of a case that North opens; each gives its id. */
function scenes(): [string, () => Promise<string>][] {
  const referred = async (status: CaseStatus) => {
    const { id: caseId } = await openCase(house, 'north.manager');
    const referralId = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    await setCaseStatus(house, caseId, status);
    return { caseId, referralId };
  };
  return [
    ...Object.values(CaseStatus).flatMap((status): [string, () => Promise<string>][] => [
      [`a case in ${status}`, async () => (await openCase(house, 'north.manager', { status })).id],
      [`a case in ${status}, referred for transfer`, async () => (await referred(status)).caseId],
    ]),
    [
      'a case whose referral is withdrawn',
      async () => {
        const { caseId, referralId } = await referred('ACTION_PLAN');
        const withdrawal = { referralId, reason: 'No longer needed.', confirm: true };
        await withdrawReferral(north, house.platform, withdrawal);
        return caseId;
      },
    ],
    [
      'a case that was transferred',
      async () => {
        const { caseId } = await referred('ACTION_PLAN');
        await transfer(house, await house.actor('south.manager'), caseId);
        return caseId;
      },
    ],
  ];
}

describe('what the actor is told of each action is what doing it would answer', () => {
  it('[B6] on a case in every state, for everybody', { timeout: 300_000 }, async () => {
    const ways = await caseActionWays(house);
    const allowed = new Set<string>();
    for (const [scene, bringAbout] of scenes()) {
      const id = await bringAbout();
      for (const [name, actor] of Object.entries(actors)) {
        const at = moment();
        const where = { id, AND: [visibleCases(actor, at)] };
        const facts = await house.database.case.findFirst({ where, select: caseActionFacts(actor, at) });
        const actions = facts === null ? null : caseActions(actor, facts);
        const found = await compare([scene, name, actor], [ways, id], actions, caseActionAsksFor);
        for (const one of found) allowed.add(one);
      }
    }
    expect([...allowed].filter((one) => one.startsWith('TRANSFER')).toSorted()).toEqual([
      'TRANSFER by ens.admin',
      'TRANSFER by south.admin',
      'TRANSFER by south.manager',
    ]);
    expect([...new Set([...allowed].map((one) => one.split(' ')[0]))].toSorted()).toEqual(
      Object.keys(ways).toSorted(),
    );
  });

  it('[B6] on a pending Case Transfer referral, for everybody', { timeout: 300_000 }, async () => {
    const ways = await pendingTransferActionWays(house);
    const allowed = new Set<string>();
    for (const status of Object.values(CaseStatus)) {
      const { id: caseId } = await openCase(house, 'north.manager');
      const id = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
      await setCaseStatus(house, caseId, status);
      for (const [name, actor] of Object.entries(actors)) {
        const at = moment();
        const access = await house.database.referralAccess.findFirst({
          where: { referralId: id, AND: [pendingTransfers(actor, at)] },
          include: pendingTransferFacts(actor, at),
        });
        const actions = access === null ? null : pendingTransferActions(actor, access, at);
        const found = await compare([status, name, actor], [ways, id], actions, pendingTransferActionAsksFor);
        for (const one of found) allowed.add(one);
      }
    }
    expect([...allowed].toSorted()).toEqual([
      'DECLINE by south.admin',
      'DECLINE by south.manager',
      'TRANSFER by ens.admin',
      'TRANSFER by south.admin',
      'TRANSFER by south.manager',
    ]);
  });
});
