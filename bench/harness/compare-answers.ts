import { countValues, difference } from '../scenarios/compare.ts';
import { asked, type Contender, contenders } from '../scenarios/contender.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Arena } from './arena.ts';

/** How the peers' answers to one question differ from ours, a line each; none where all say the same. */
export async function compareAnswers(arena: Arena, scenario: Scenario): Promise<string[]> {
  const ours = await answerOf(arena, 'ours', scenario);
  if (ours === null) return [`${scenario.name}: ours has no data`];
  const found: string[] = [];
  for (const contender of contenders) {
    if (contender === 'ours') continue;
    const theirs = await answerOf(arena, contender, scenario);
    const differs = difference(ours, theirs, scenario.onlyOurs);
    if (differs !== null) found.push(`${scenario.name}: ours / ${contender}: ${differs}`);
  }
  if (found.length === 0) console.log(`${scenario.title}: all say the same, ${countValues(ours)} values`);
  return found;
}

async function answerOf({ urls, token }: Arena, contender: Contender, scenario: Scenario): Promise<unknown> {
  const { path, ...request } = asked(contender, scenario, token);
  const answer = await fetch(`${urls[contender]}${path}`, request);
  const text = await answer.text();
  if (answer.status !== 200)
    throw new Error(`${contender}, ${scenario.name}: ${answer.status} ${text.slice(0, 500)}`);
  const { data = null, errors } = JSON.parse(text);
  if (errors !== undefined) throw new Error(`${contender}, ${scenario.name}: ${JSON.stringify(errors)}`);
  return data;
}
