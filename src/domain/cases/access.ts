import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { allowedOnRow, casesWhere, type Moment, scopeOf } from '../people/relations.ts';

/** The cases the actor sees whole: those their organization manages (R32); for Employment Nova Scotia's administrators, all. */
export function wholeCases(actor: Actor): Prisma.CaseWhereInput {
  return casesWhere(actor, 'case', 'see');
}

/** The cases the actor's organization manages, and so can change. */
export function managedCases(actor: Actor): Prisma.CaseWhereInput {
  return casesWhere(actor, 'referrals', 'add');
}

/** The scope of access that shows a summary of the case besides the person record (R26). */
export const summaryScope = scopeOf.OPEN_CASE_TRANSFER;

/** The cases the actor can find at all: whole or as a summary (R28). */
export function visibleCases(actor: Actor, moment: Moment): Prisma.CaseWhereInput {
  return casesWhere(actor, 'caseSummary', 'see', moment);
}

/** The notifications of Case Home Pages that the actor sees. */
export function visibleNotifications(actor: Actor): Prisma.CaseNotificationWhereInput {
  return { case: casesWhere(actor, 'notifications', 'see') };
}

/** Whether the actor sees this case whole; the same rule as {@link wholeCases}, for a row at hand. */
export function seesWhole(actor: Actor, caseRow: { organizationId: string }): boolean {
  return allowedOnRow(actor, 'case', 'see', caseRow);
}
