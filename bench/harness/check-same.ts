import type { Scenario } from '../scenarios/scenario.ts';
import type { Arena } from './arena.ts';
import { compareAnswers } from './compare-answers.ts';

/** Asks all contenders each question once, and compares. @throws naming every difference. */
export async function checkSame(arena: Arena, scenarios: readonly Scenario[]): Promise<void> {
  const problems: string[] = [];
  for (const scenario of scenarios) problems.push(...(await compareAnswers(arena, scenario)));
  if (problems.length > 0) throw new Error(`The contenders do not answer the same:\n${problems.join('\n')}`);
}
