import type { Reader } from '../../../platform/database.ts';
import type { Moment } from '../../people/relations.ts';
import { typedLine } from '../../typed-line.ts';
import { alreadyImported } from './already-imported.ts';
import { clientColumns, type ImportLine } from './import-columns.ts';
import { type CellProblem, cellProblem, type ImportProblem } from './import-problem.ts';
import { knownClients } from './known-clients.ts';
import { folded, readOffered } from './offered.ts';
import { openPrograms } from './open-programs.ts';
import { readCaseCells } from './read-case-cells.ts';
import { readClientCells } from './read-client-cells.ts';
import type { ReadyLine } from './ready-line.ts';
import { sameInFile } from './same-in-file.ts';

/** What came of checking a file. Where there are problems, nothing of it is to be imported. */
export type CheckedImport = { ready: ReadyLine[]; imported: number; problems: ImportProblem[] };

const referenceText = typedLine(60);

/**
 * Checks a whole file of an organization's clients and cases, by the rules of createPerson and openCase, before anything of it is
 * written. Lines that have been imported before are not looked at again.
 * @param onLine is told how many lines have been checked.
 */
export async function checkImport(
  database: Reader,
  { organizationId, lines, moment }: { organizationId: string; lines: readonly ImportLine[]; moment: Moment },
  onLine: (checked: number) => void = () => undefined,
): Promise<CheckedImport> {
  const offered = await readOffered(database, organizationId, moment.day);
  const before = await alreadyImported(database, organizationId);
  const programs = await openPrograms(database, organizationId, before);
  const clients = new Map([...before.keys()].map((reference) => [reference, reference]));
  const problems: ImportProblem[] = [];
  const ready: ReadyLine[] = [];
  const written = new Set<string>();
  const somebodyElse = new Set<number>();
  let imported = 0;
  lines.forEach((one, index) => {
    onLine(index + 1);
    const parsed = referenceText.safeParse(one.cells.reference ?? '');
    const reference = parsed.success ? parsed.data : null;
    const isNew = reference !== null && !written.has(reference);
    if (isNew) written.add(reference);
    if (isNew && before.has(reference)) {
      imported += 1;
      return;
    }
    const wrong: CellProblem[] = isNew ? [] : [cellProblem('reference', 'reference')];
    const { client, problems: ofClient } = readClient(one, clients, moment.day);
    const born = client !== null && 'person' in client ? client.person.birthDate : null;
    const { fields, problems: ofCase } = readCaseCells(one, offered, { today: moment.day, born });
    wrong.push(...ofClient, ...ofCase);
    const answer = folded(one.cells.somebodyElse ?? '');
    if (['yes', 'oui'].includes(answer)) somebodyElse.add(one.line);
    else if (answer !== '') wrong.push(cellProblem('somebodyElse', 'yesOrNo'));
    if (client !== null && isNew) {
      const of = 'of' in client ? client.of : reference;
      clients.set(reference, of);
      if (fields.status !== 'CLOSED' && !programs.add(of, fields.programId)) {
        wrong.push(cellProblem('program', 'secondOpenCase'));
      }
      if (wrong.length === 0) ready.push({ line: one.line, reference, client, case: fields });
    }
    problems.push(...wrong.map((problem) => ({ line: one.line, ...problem })));
  });
  problems.push(...sameInFile(ready, somebodyElse));
  const look = { organizationId, moment, ready, somebodyElse, ofFile: written };
  problems.push(...(await knownClients(database, look)));
  return { ready, imported, problems: problems.toSorted((one, other) => one.line - other.line) };
}

/** Whose case it is: somebody whom the line describes, or the client of an earlier line or import, which the line names. */
function readClient(
  one: ImportLine,
  clients: ReadonlyMap<string, string>,
  today: Date,
): { client: ReadyLine['client'] | null; problems: CellProblem[] } {
  const named = one.cells.clientOf ?? '';
  if (named === '') {
    const { person, problems } = readClientCells(one, today);
    return { client: person === null ? null : { person }, problems };
  }
  const of = clients.get(named.normalize('NFC'));
  const filled = clientColumns.filter((column) => (one.cells[column] ?? '') !== '');
  const problems = filled.map((column) => cellProblem(column, 'notWithClientOf'));
  if (of === undefined) problems.unshift(cellProblem('clientOf', 'clientOf'));
  return { client: of === undefined ? null : { of }, problems };
}
