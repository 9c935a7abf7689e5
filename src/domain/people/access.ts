import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { type Moment, peopleWhere } from './relations.ts';

export { accessInForce, type Moment, notRunOut } from './relations.ts';

/**
 * The people whose record the actor may see: clients of cases their organization manages, and those a referral brought
 * into its context (R24, R26). Employment Nova Scotia's administrators see all.
 */
export function visiblePeople(actor: Actor, moment: Moment): Prisma.PersonWhereInput {
  return peopleWhere(actor, moment);
}

/**
 * Of the people in the actor's {@link visiblePeople} the client of one case, where it is by that case that the actor's
 * organization sees the record: it manages it, or a referral of it gives access.
 */
export function visiblePeopleByCase(actor: Actor, moment: Moment, caseId: string): Prisma.PersonWhereInput {
  return peopleWhere(actor, moment, caseId);
}
