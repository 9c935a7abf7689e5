import type { Reader } from '../../../platform/database.ts';
import { anyoneAt } from '../../actor.ts';
import { findSamePeople, type SamePerson } from '../../people/find-same-people.ts';
import { numberClashes } from '../../people/number-clashes.ts';
import type { WholePerson } from '../../people/person-input.ts';
import type { Moment } from '../../people/relations.ts';
import { asCellProblem, cellProblem, type ImportProblem } from './import-problem.ts';
import type { ReadyLine } from './ready-line.ts';

/** So many lines are looked for at once. */
const pageSize = 500;

/**
 * The lines whose client the organization may have on record already: among those whom its people see, as createPerson looks.
 * What an interrupted import of the same file has made is not held against its other lines.
 * @param look.ofFile the references of the file.
 */
export async function knownClients(
  database: Reader,
  look: {
    organizationId: string;
    moment: Moment;
    ready: readonly ReadyLine[];
    somebodyElse: ReadonlySet<number>;
    ofFile: ReadonlySet<string>;
  },
): Promise<ImportProblem[]> {
  const { organizationId, moment, somebodyElse, ofFile } = look;
  const among = { actor: anyoneAt(organizationId), moment };
  const added = look.ready.flatMap(({ line, client }) =>
    'person' in client ? [{ line, person: client.person }] : [],
  );
  const problems: ImportProblem[] = [];
  for (let first = 0; first < added.length; first += pageSize) {
    const page = added.slice(first, first + pageSize);
    const people = page.map(({ person }) => person);
    const same = await findSamePeople(database, among, people, { likely: true });
    const foreign = await notOfFile(database, { organizationId, ofFile, same });
    for (const [place, known] of Map.groupBy(foreign, (one) => one.place)) {
      const found = page[place];
      if (found === undefined) continue;
      const wrong = numberClashes(known).map(asCellProblem);
      if (wrong.length === 0 && !somebodyElse.has(found.line)) {
        wrong.push(cellProblem(nameColumn, 'knownClient'));
      }
      problems.push(...wrong.map((problem) => ({ line: found.line, ...problem })));
    }
  }
  return problems;
}

const nameColumn = 'familyName' satisfies keyof WholePerson;

async function notOfFile(
  database: Reader,
  wanted: { organizationId: string; ofFile: ReadonlySet<string>; same: readonly SamePerson[] },
): Promise<SamePerson[]> {
  if (wanted.same.length === 0) return [];
  const { organizationId, ofFile, same } = wanted;
  const imported = await database.importedCase.findMany({
    where: { organizationId, personId: { in: same.map(({ personId }) => personId) } },
    select: { personId: true, reference: true },
  });
  const own = new Set(
    imported.filter(({ reference }) => ofFile.has(reference)).map(({ personId }) => personId),
  );
  return same.filter(({ personId }) => !own.has(personId));
}
