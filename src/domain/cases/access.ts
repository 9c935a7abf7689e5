import type { Prisma } from '../../generated/prisma/client.ts';
import type { AccessScope } from '../../generated/prisma/enums.ts';
import { type Actor, administersNetwork } from '../actor.ts';
import { accessInForce, type Moment } from '../people/access.ts';

/** The cases the actor sees whole: those their organization manages (R32); for Employment Nova Scotia's administrators, all. */
export function wholeCases(actor: Actor): Prisma.CaseWhereInput {
  return administersNetwork(actor) ? {} : { organizationId: actor.organizationId };
}

/** The cases the actor's organization manages, and so can change. */
export function managedCases(actor: Actor): Prisma.CaseWhereInput {
  return { organizationId: actor.organizationId };
}

/** The scope of access that shows a summary of the case besides the person record (R26). */
export const summaryScope = 'PERSON_RECORD_AND_CASE_SUMMARY' satisfies AccessScope;

/** The cases of which the actor sees a summary: a Case Transfer referral to their organization is open (R26). */
export function summarizedCases(actor: Actor, moment: Moment): Prisma.CaseWhereInput {
  return { accesses: { some: { ...accessInForce(actor, moment), scope: summaryScope } } };
}

/** The cases the actor can find at all: whole or as a summary (R28). */
export function visibleCases(actor: Actor, moment: Moment): Prisma.CaseWhereInput {
  // Prisma leaves an empty condition out of an OR, so "all" must stand alone.
  if (administersNetwork(actor)) return {};
  return { OR: [wholeCases(actor), summarizedCases(actor, moment)] };
}

/** Whether the actor sees this case whole; the same rule as {@link wholeCases}, for a row at hand. */
export function seesWhole(actor: Actor, caseRow: { organizationId: string }): boolean {
  return administersNetwork(actor) || caseRow.organizationId === actor.organizationId;
}
