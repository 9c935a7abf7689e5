import { type Contender, contenders } from '../scenarios/contender.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Arena } from './arena.ts';
import { type Fire, fire, type Shot } from './fire.ts';

/** The rounds of a scenario, by contender. */
export type Rounds = Record<Contender, Shot[]>;

/**
 * Measures a scenario: warm-up for each contender, then round after round each in turn, so that whatever else the machine does meets
 * all alike; the order turns, so that none always follows the same one.
 */
export async function measureReads(
  arena: Arena,
  scenario: Scenario,
  { rounds, ...load }: Fire & { rounds: number },
): Promise<Rounds> {
  const measured: Rounds = { ours: [], postgraphile: [], floor: [] };
  for (const contender of contenders)
    await fire(arena, contender, scenario, { ...load, seconds: Math.max(2, load.seconds / 2) });
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < contenders.length; place++) {
      const contender = contenders[(round + place) % contenders.length] ?? 'ours';
      measured[contender].push(await fire(arena, contender, scenario, load));
    }
  }
  return measured;
}
