import { type PersonInput, readWholePerson, type WholePerson } from '../../people/person-input.ts';
import { clientColumns, type ImportLine } from './import-columns.ts';
import { asCellProblem, type CellProblem, cellProblem } from './import-problem.ts';
import { readDay } from './read-day.ts';

/** Reads what a line says of its client, by the rules of createPerson, with every problem there is with it. */
export function readClientCells(
  { cells }: ImportLine,
  today: Date,
): { person: WholePerson | null; problems: CellProblem[] } {
  const { preferredLanguage: language = '', birthDate: written = '', ...texts } = cells;
  const birthDate = readDay(written);
  const input: PersonInput = { birthDate: birthDate ?? today };
  for (const column of clientColumns) {
    if (column !== 'preferredLanguage' && column !== 'birthDate') input[column] = texts[column] ?? '';
  }
  const preferredLanguage = languageOf(language);
  if (preferredLanguage !== null) input.preferredLanguage = preferredLanguage;
  const { person, problems } = readWholePerson(input, today);
  const wrong = problems.map(asCellProblem);
  if (birthDate === null) wrong.push(cellProblem('birthDate', 'day'));
  if (preferredLanguage === null) wrong.push(cellProblem('preferredLanguage', 'language'));
  return { person: wrong.length === 0 ? person : null, problems: wrong };
}

function languageOf(text: string): 'EN' | 'FR' | null {
  const written = text.toUpperCase();
  if (written === '') return 'EN';
  return written === 'EN' || written === 'FR' ? written : null;
}
