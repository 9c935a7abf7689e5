import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { AllowedAction } from '../../../src/domain/allowed-action.ts';
import { InvalidInput, type Refusal } from '../../../src/domain/errors.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { visibleReferrals } from '../../../src/domain/referrals/access.ts';
import {
  type ReferralAction,
  referralActionFacts,
  referralActions,
  referralActionsAskFor,
} from '../../../src/domain/referrals/referral-actions.ts';
import { questionsAskFor, submitQuestions } from '../../../src/domain/referrals/submit-questions.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { askedAndRefused } from '../../support/try-out.ts';
import { referralActionWays } from './referral-action-ways.ts';
import { cast, referralScenes, type Scenes } from './referral-scenes.ts';

let house: House;
let scenes: Scenes;
let actors: Record<string, Actor>;
beforeAll(async () => {
  house = await buildHouse();
  scenes = await referralScenes(house);
  actors = await cast(house);
});
afterAll(async () => await house.stop());

/** What the actor is told; null where they see no such referral. */
async function explained(actor: Actor, id: string): Promise<AllowedAction<ReferralAction>[] | null> {
  const now = house.platform.now();
  const moment = { now, day: programDay(now, house.platform.timeZone) };
  const where = { id, ...visibleReferrals(actor) };
  const facts = await house.database.referral.findFirst({ where, select: referralActionFacts(moment) });
  return facts === null ? null : await referralActions(actor, facts, moment);
}

async function asksFor({ action, refusal }: AllowedAction<ReferralAction>, id: string): Promise<string[]> {
  if (refusal !== null) return [];
  const always = referralActionsAskFor[action];
  if (action !== 'SUBMIT') return [...always];
  return [...questionsAskFor(await submitQuestions(house.database, id, house.platform.now())), ...always];
}

const told = (refusal: Refusal | null) =>
  refusal && {
    code: refusal.code,
    text: refusal.text,
    problems: refusal instanceof InvalidInput ? refusal.problems : [],
  };

describe('what the actor is told of each action is what doing it would answer', () => {
  it('[B6] in every state of a referral, for everybody, with all that it asks for', {
    timeout: 300_000,
  }, async () => {
    const seen = { allowed: new Set<string>(), refused: new Set<string>() };
    for (const [scene, bringAbout] of Object.entries(scenes)) {
      const id = await bringAbout();
      for (const [name, actor] of Object.entries(actors)) {
        const actions = await explained(actor, id);
        for (const [action, way] of Object.entries(referralActionWays)) {
          const where = `${action} of ${scene}, by ${name}`;
          const done = await askedAndRefused(house, (platform, given) => way(actor, platform, id, given));
          if (actions === null) {
            expect(done.refusal, where).not.toBe(null);
            continue;
          }
          const one = actions.find((other) => other.action === action);
          if (one === undefined) throw new Error(`nothing is said of ${where}`);
          expect(told(one.refusal), where).toEqual(told(done.refusal));
          if (one.refusal === null) expect(await asksFor(one, id), where).toEqual(done.asksFor);
          (one.refusal === null ? seen.allowed : seen.refused).add(action);
        }
      }
    }
    // Each has been seen both ways, or the scenes have a gap.
    const every = Object.keys(referralActionWays).toSorted();
    expect([...seen.allowed].toSorted()).toEqual(every);
    expect([...seen.refused].toSorted()).toEqual(every);
  });
});
