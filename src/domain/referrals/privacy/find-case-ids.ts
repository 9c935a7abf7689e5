import { distanceBack, runOfDigits, runOfShape } from './digit-runs.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const caseWords = new Set('case cases caseid cas dossier dossiers file client cliente'.split(' '));

/** Finds this client's Case IDs, and eight digits after a word for a case as possibly one. */
export function findCaseIds(tokens: readonly Token[], caseNumbers: readonly string[]): Sighting[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number') return [];
    for (const number of caseNumbers) {
      const mine = runOfDigits(tokens, at, number);
      if (mine !== null) return [sightingOf(tokens, mine, 'CASE_ID', 'client')];
    }
    const run = runOfShape(tokens, at, [8]);
    const named = run !== null && distanceBack(tokens, at, caseWords, 4) < Number.POSITIVE_INFINITY;
    return named ? [sightingOf(tokens, run, 'CASE_ID', 'possible')] : [];
  });
}
