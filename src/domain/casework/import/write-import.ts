import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { lockPeopleOf } from '../../people/lock-people.ts';
import { lookForTwins } from '../../people/look-for-twins.ts';
import { programDay } from '../../program-day.ts';
import { unusedCaseNumbers } from '../case-number.ts';
import { alreadyImported } from './already-imported.ts';
import type { ReadyLine } from './ready-line.ts';
import { requireStillOffered } from './require-still-offered.ts';

/** So many lines are written in one transaction: few enough that it is over soon, many enough to be quick. */
const pageSize = 200;

/** In the audit trail: that nobody signed in did it. */
const source = 'import';

/**
 * Writes the lines of a file that has been checked whole, page by page. What breaks off leaves whole pages behind; called again it
 * goes on from there, for lines that have been imported are left out.
 * @param onPage is told how many lines have been dealt with.
 * @returns how many cases were opened, and how many clients added.
 * @throws NoLongerOffered where something that lines are put under has been closed since they were checked.
 */
export async function writeImport(
  platform: Pick<Platform, 'database' | 'queue' | 'now' | 'timeZone'>,
  { organizationId, ready }: { organizationId: string; ready: readonly ReadyLine[] },
  onPage: (done: number) => void = () => undefined,
): Promise<{ cases: number; clients: number }> {
  const written = { cases: 0, clients: 0 };
  for (let first = 0; first < ready.length; first += pageSize) {
    const page = ready.slice(first, first + pageSize);
    const added = await platform.database.$transaction((transaction) =>
      writePage(transaction, platform, organizationId, page),
    );
    written.cases += added.cases;
    written.clients += added.clients;
    onPage(first + page.length);
  }
  return written;
}

async function writePage(
  transaction: Transaction,
  platform: Pick<Platform, 'database' | 'queue' | 'now' | 'timeZone'>,
  organizationId: string,
  page: readonly ReadyLine[],
): Promise<{ cases: number; clients: number }> {
  await lockPeopleOf(transaction, organizationId);
  const now = platform.now();
  const named = page.flatMap(({ reference, client }) =>
    'of' in client ? [reference, client.of] : [reference],
  );
  const before = await alreadyImported(transaction, organizationId, named);
  const lines = page.filter(({ reference }) => !before.has(reference));
  await requireStillOffered(transaction, {
    ...{ organizationId, day: programDay(now, platform.timeZone) },
    cases: lines.map((line) => line.case),
  });
  const numbers = await unusedCaseNumbers(transaction, lines.length);
  const personIds = new Map(before);
  const rows = lines.map(({ reference, client, case: fields }, index) => {
    const personId = 'of' in client ? personIds.get(client.of) : randomUUID();
    if (personId === undefined) throw new Error('a line came before the one whose client it names');
    personIds.set(reference, personId);
    const row = { ...fields, id: randomUUID(), number: numbers[index] ?? '', personId, organizationId };
    return { reference, row, person: 'person' in client ? { ...client.person, id: personId } : null };
  });
  const people = rows.flatMap(({ person }) => person ?? []);
  await keepWords(transaction, people);
  await transaction.person.createMany({ data: people });
  await transaction.case.createMany({ data: rows.map(({ row }) => row) });
  await transaction.caseStatusChange.createMany({
    data: rows.map(({ row }) => ({ caseId: row.id, to: row.status, changedAt: now })),
  });
  await transaction.importedCase.createMany({
    data: rows.map(({ reference, row: { id: caseId, personId } }) => ({
      ...{ organizationId, reference, personId, caseId, importedAt: now },
    })),
  });
  const details = [source];
  await recordAudit(
    transaction,
    null,
    ...rows.flatMap(({ person, row: { id: caseId, personId } }) => [
      ...(person === null
        ? []
        : [
            {
              action: 'person.create',
              entityType: 'Person' as const,
              entityId: personId,
              personId,
              caseId,
              details,
            },
          ]),
      { action: 'case.open', entityType: 'Case' as const, entityId: caseId, caseId, personId, details },
    ]),
  );
  const added = people.map(({ id }) => id);
  if (added.length > 0) await platform.queue.enqueue(transaction, lookForTwins, { personIds: added });
  return { cases: rows.length, clients: added.length };
}

/**
 * Notes the words of all names in one order, before the names come: of two who write the same new words for many clients at once,
 * one would else wait for the other in a circle.
 */
async function keepWords(
  transaction: Transaction,
  people: readonly { givenName: string; middleNames?: string | null; familyName: string }[],
): Promise<void> {
  const names = people.map(({ givenName, middleNames = null, familyName }) => ({
    ...{ givenName, middleNames, familyName },
  }));
  await transaction.$executeRaw`
    INSERT INTO "NameWord" ("word", "nearSpellings")
    SELECT word, near_spellings(word)
      FROM (SELECT DISTINCT name_words(one."givenName", one."middleNames", one."familyName") AS word
              FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
                   AS one ("givenName" text, "middleNames" text, "familyName" text)) AS fresh
     WHERE NOT EXISTS (SELECT FROM "NameWord" AS known WHERE known."word" = fresh.word)
     ORDER BY word
    ON CONFLICT DO NOTHING`;
}
