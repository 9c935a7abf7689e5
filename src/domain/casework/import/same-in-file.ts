import type { WholePerson } from '../../people/person-input.ts';
import { isoDay } from '../../program-day.ts';
import { type ImportProblem, sameAsLine } from './import-problem.ts';
import { folded } from './offered.ts';
import type { ReadyLine } from './ready-line.ts';

/**
 * The lines that may be about the client of an earlier line: the same name and birth date, unless the line says that it is
 * somebody else, or the same number.
 */
export function sameInFile(lines: readonly ReadyLine[], somebodyElse: ReadonlySet<number>): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const seen = { familyName: new Map<string, number>(), sin: new Map(), healthCardNumber: new Map() };
  for (const { line, client } of lines) {
    if (!('person' in client)) continue;
    const { person } = client;
    const known = { familyName: nameKey(person), sin: person.sin, healthCardNumber: person.healthCardNumber };
    for (const column of ['familyName', 'sin', 'healthCardNumber'] as const) {
      const key = known[column];
      if (!key) continue;
      const earlier = seen[column].get(key);
      if (earlier === undefined) seen[column].set(key, line);
      else if (column !== 'familyName' || !somebodyElse.has(line)) {
        problems.push({ line, ...sameAsLine(earlier, column) });
      }
    }
  }
  return problems;
}

/** Equal for names that differ by accents, case or punctuation alone, with the same birth date. */
function nameKey({ givenName, familyName, birthDate }: WholePerson): string {
  const letters = (name: string) =>
    folded(name.normalize('NFD'))
      .normalize('NFD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [letters(familyName), letters(givenName), isoDay(birthDate)].join(' ');
}
