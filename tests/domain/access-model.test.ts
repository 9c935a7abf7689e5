import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildHouse, type House } from '../support/house.ts';
import { seesClientBy, sightOf, type Viewer } from './access-model/model.ts';
import { anyMove, type Move } from './access-model/moves.ts';
import { newWorld, type Stage, setStage } from './access-model/new-world.ts';
import { play, settle } from './access-model/play.ts';
import { foundByName, realSight } from './access-model/real-sight.ts';
import { act } from './access-model/world.ts';

/** How many sequences are tried, and how long one can be; more for a long run. */
const runs = Number(process.env.ACCESS_MODEL_RUNS ?? 10);
const longest = Number(process.env.ACCESS_MODEL_MOVES ?? 50);
/** `no` ends with the first failure, and does not look for the shortest one. */
const shrinks = process.env.ACCESS_MODEL_SHRINKS;
/** That of a failure that is to be seen again. */
const seed = process.env.ACCESS_MODEL_SEED;

const viewers: Viewer[] = [0, 1, 2, 3, 'ENS', 'AUDITOR'];

let house: House;
let stage: Stage;

beforeAll(async () => {
  house = await buildHouse();
  stage = await setStage(house);
});
afterAll(async () => await house.stop());

/** Makes the moves one by one, and after each compares what everyone sees with the model. */
async function follow(moves: Move[]): Promise<void> {
  const { world, model } = await newWorld(stage);
  let story = 'before anything';
  const settled = function* () {
    for (const move of moves) yield* settle(model, move);
  };
  for (const move of settled()) {
    // A draft that was refused is not there to be submitted.
    if ('referral' in move && move.referral >= model.referrals.length) continue;
    const expected = play(model, move);
    story += `\n${JSON.stringify(move)} → ${expected}`;
    expect(await act(world, move), story).toBe(expected);
    for (const viewer of viewers) {
      expect(await realSight(world, viewer), `${viewer} after\n${story}`).toEqual(sightOf(model, viewer));
    }
  }
  for (const viewer of viewers) {
    const { people, cases } = sightOf(model, viewer);
    const { tasks, namedTasks, ...found } = await foundByName(world, viewer);
    expect(found, `what ${viewer} finds after\n${story}`).toEqual({ people, cases });
    expect(namedTasks, `tasks that name the client to ${viewer} after\n${story}`).toEqual(
      tasks.filter((place) => seesClientBy(model, viewer, place)),
    );
  }
}

it('[R24] [R26] [R28] [R32] [D3] [D4] [D5] [D6] [D7] [D8] [D12] whatever happens in whatever order, everyone sees what a plain model says, and is refused what it says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyMove, { maxLength: longest, size: 'max' }), follow), {
    numRuns: runs,
    // Else most sequences are short.
    unbiased: true,
    endOnFailure: shrinks === 'no',
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}, 3_600_000);
