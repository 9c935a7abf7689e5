import { Prisma } from '../../generated/prisma/client.ts';

/** Text in the order of the letters, accents and case ignored, the same on every server. */
const byLetters = (column: Prisma.Sql) => Prisma.sql`search_text(${column}) COLLATE "C"`;

/** What each column is sorted by: what it shows (R36). */
const keys = {
  PRIORITY: Prisma.sql`shown."priority"`,
  TYPE: byLetters(Prisma.sql`shown."typeLabel"`),
  CASE_NUMBER: Prisma.sql`shown."caseNumber" COLLATE "C"`,
  ORG_OR_PLAYER: byLetters(Prisma.sql`shown."orgOrPlayer"`),
  PROGRAM: byLetters(Prisma.sql`shown."program"`),
  CREATED_BY: Prisma.sql`shown."createdBy" COLLATE "C"`,
  DUE_DATE: Prisma.sql`shown."dueOn"`,
  MESSAGE: byLetters(Prisma.sql`shown."message"`),
  CREATED_AT: Prisma.sql`shown."createdAt"`,
  COMPLETED_AT: Prisma.sql`shown."completedAt"`,
} as const satisfies Record<string, Prisma.Sql>;

/** The columns that tasks can be sorted by. */
export type TaskColumn = keyof typeof keys;

/** A column, and which way. */
export type TaskOrder = { column: TaskColumn; direction: 'ASC' | 'DESC' };

/** The guide's order: what is due first comes first. */
export const byDueDate: TaskOrder = { column: 'DUE_DATE', direction: 'ASC' };

/** ORDER BY for shownRows. What is empty comes last either way; what is alike comes by due date, then by id, so every order is total. */
export function orderOf({ column, direction }: TaskOrder): Prisma.Sql {
  const way = direction === 'ASC' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`ORDER BY ${keys[column]} ${way} NULLS LAST, shown."dueOn", shown.id`;
}
