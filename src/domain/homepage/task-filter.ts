import { Prisma } from '../../generated/prisma/client.ts';
import type { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import { addDays, isoDay, startOfDay } from '../program-day.ts';
import { typedSearch } from '../typed-search.ts';
import { type DueWindow, dueWindows } from './due-window.ts';
import type { TaskViewer } from './shown-rows.ts';

/** Which tasks by whether they have been dealt with. */
export type TaskState = 'OPEN' | 'DONE' | 'ALL';

/** The filters of My Notifications (R37); null and undefined filter nothing. */
export type TaskFilter = {
  state: TaskState;
  due: DueWindow;
  /** The code of a program. */
  program?: string | null | undefined;
  types?: readonly HomepageTaskType[] | null | undefined;
  priorities?: readonly TaskPriority[] | null | undefined;
  /** The first day on which they were completed. */
  completedFrom?: Date | null | undefined;
  /** The last such day. */
  completedTo?: Date | null | undefined;
  /** Words that all have to be there somewhere in the row as it is shown. */
  search?: string | null | undefined;
};

/** More words than anybody types; the rest of a search are left out. */
const mostWords = 8;

/** A condition on the columns of shownRows; where `search` is given also on `searched.line`, see {@link searchedLine}. */
export function taskCondition({ moment, timeZone }: TaskViewer, filter: TaskFilter): Prisma.Sql {
  const { state, due, program, types, priorities, completedFrom, completedTo, search } = filter;
  const { from, until } = dueWindows[due](moment.day);
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(state === 'OPEN' ? [Prisma.sql`shown."completedAt" IS NULL`] : []),
      ...(state === 'DONE' ? [Prisma.sql`shown."completedAt" IS NOT NULL`] : []),
      ...(from === null ? [] : [Prisma.sql`shown."dueOn" >= ${isoDay(from)}::date`]),
      ...(until === null ? [] : [Prisma.sql`shown."dueOn" <= ${isoDay(until)}::date`]),
      ...(isGiven(program) ? [Prisma.sql`shown."programCode" = ${typedSearch(program)}`] : []),
      ...(isGiven(types) ? [Prisma.sql`shown."type"::text = ANY (${[...types]}::text[])`] : []),
      ...(isGiven(priorities) ? [Prisma.sql`shown."priority"::text = ANY (${[...priorities]}::text[])`] : []),
      ...(isGiven(completedFrom)
        ? [Prisma.sql`shown."completedAt" >= ${startOfDay(completedFrom, timeZone)}`]
        : []),
      ...(isGiven(completedTo)
        ? [Prisma.sql`shown."completedAt" < ${startOfDay(addDays(completedTo, 1), timeZone)}`]
        : []),
      ...typedWords(search).map(hasWord),
    ],
    ' AND ',
  );
}

/** What is joined to shownRows where a search reads every column (R37); computed once a row. */
export function searchedLine({ search }: TaskFilter): Prisma.Sql {
  if (!hasSearch(search)) return Prisma.empty;
  return Prisma.sql`CROSS JOIN LATERAL (SELECT search_line(concat_ws(' | ',
    shown."priorityLabel", shown."typeLabel", shown."caseNumber", shown."orgOrPlayer", shown."program", shown."createdBy",
    shown."dueDateLabel", shown."dueOn"::text, shown."message")) AS line OFFSET 0) AS searched`;
}

/**
 * A word as typed is looked for at the beginning of words: with its punctuation as spaces ("O'Brien" is "o brien", "2022-09-07" three
 * words in this order), and with none ("obrien"), so that either finds the other. It is folded once a statement, not once a row.
 */
function hasWord(word: string): Prisma.Sql {
  return Prisma.sql`(
    position((SELECT ' ' || trim(regexp_replace(search_text(${word}), '\\s+', ' ', 'g'))) IN searched.line) > 0
    OR position((SELECT ' ' || replace(search_text(${word}), ' ', '')) IN searched.line) > 0)`;
}

/** Whether a search has anything in it to look for. */
export function hasSearch(search: TaskFilter['search']): boolean {
  return typedWords(search).length > 0;
}

function typedWords(search: TaskFilter['search']): string[] {
  return typedSearch(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** Whether a filter filters anything. */
export function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
