import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { type Moment, visiblePeople } from '../people/access.ts';
import { searchWords } from '../people/search-words.ts';
import { visibleCases } from './access.ts';

/**
 * Cases by Case ID or by the client's name, words in any order, the beginning of each enough (R28).
 * @param search what the user typed; empty for all.
 */
async function caseSearch(database: Reader, search: string): Promise<Prisma.CaseWhereInput> {
  const words = await searchWords(database, search);
  return {
    AND: words.map((word) => ({
      OR: [{ number: { startsWith: word } }, { person: { searchText: { contains: ` ${word}` } } }],
    })),
  };
}

/** People by name or by the Case ID of one of the cases that `cases` admits (R28). */
async function peopleSearch(
  database: Reader,
  search: string,
  cases: Prisma.CaseWhereInput,
): Promise<Prisma.PersonWhereInput> {
  const words = await searchWords(database, search);
  return {
    AND: words.map((word) => ({
      OR: [
        { searchText: { contains: ` ${word}` } },
        { cases: { some: { AND: [cases, { number: { startsWith: word } }] } } },
      ],
    })),
  };
}

/** The cases the actor can find, whole or as a summary, by {@link caseSearch} (R28). */
export async function findCases(
  actor: Actor,
  database: Reader,
  moment: Moment,
  search: string,
): Promise<Prisma.CaseWhereInput> {
  return { AND: [visibleCases(actor, moment), await caseSearch(database, search)] };
}

/** The people the actor can find, by {@link peopleSearch} (R28). */
export async function findPeople(
  actor: Actor,
  database: Reader,
  moment: Moment,
  search: string,
): Promise<Prisma.PersonWhereInput> {
  const byWords = await peopleSearch(database, search, visibleCases(actor, moment));
  return { AND: [visiblePeople(actor, moment), byWords] };
}
