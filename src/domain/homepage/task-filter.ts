import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { searchWords } from '../people/search-words.ts';
import { addDays } from '../program-day.ts';

/** The windows of the Due filter (R37). */
export type DueWindow = 'ALL_OVERDUE' | 'ALL_OVERDUE_AND_ONE_WEEK' | 'ALL_OVERDUE_AND_ONE_MONTH' | 'ALL';

/** Open tasks that fall in a window seen from a day: what is overdue, and what comes due until its end (R37). */
export function dueWithin(window: DueWindow, day: Date): Prisma.HomepageTaskWhereInput {
  switch (window) {
    case 'ALL_OVERDUE':
      return { dueOn: { lt: day } };
    case 'ALL_OVERDUE_AND_ONE_WEEK':
      return { dueOn: { lte: addDays(day, 7) } };
    case 'ALL_OVERDUE_AND_ONE_MONTH':
      return { dueOn: { lte: oneMonthAfter(day) } };
    case 'ALL':
      return {};
  }
}

function oneMonthAfter(day: Date): Date {
  const lastOfNextMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 2, 0));
  const sameDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()));
  return sameDay < lastOfNextMonth ? sameDay : lastOfNextMonth;
}

/** Tasks whose Case ID, player, program, creator or other organization begin with each of the words (R37). */
export async function taskSearch(
  database: Reader,
  search: string,
  seenWhole: Prisma.CaseWhereInput,
): Promise<Prisma.HomepageTaskWhereInput> {
  const words = await searchWords(database, search);
  return {
    AND: words.map((word) => ({
      OR: [
        { case: { number: { startsWith: word } } },
        { case: { AND: [seenWhole, { person: { searchText: { contains: ` ${word}` } } }] } },
        {
          case: { AND: [seenWhole, { program: { code: { contains: word, mode: 'insensitive' as const } } }] },
        },
        { createdBy: { username: { contains: word, mode: 'insensitive' as const } } },
        { aboutOrganization: { name: { contains: word, mode: 'insensitive' as const } } },
      ],
    })),
  };
}
