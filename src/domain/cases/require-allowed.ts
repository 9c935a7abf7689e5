import type { Action, Thing } from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { allowedOnRow, type MomentFor } from '../people/relations.ts';
import type { Privilege } from '../privilege-table.ts';
import { requirePrivilege } from '../privileges.ts';

const managingOrganization = {
  EN: 'Only the organization that manages the case can do it; ask the case manager there.',
  FR: 'Seul l’organisme qui gère le cas peut le faire; adressez-vous à son gestionnaire de cas.',
};

/** The privilege that work on each thing takes. */
const privilegeFor: Record<Thing, Privilege> = {
  personRecord: 'workOnCases',
  caseSummary: 'workOnCases',
  case: 'workOnCases',
  notifications: 'workOnCases',
  referrals: 'createReferrals',
  letters: 'createReferrals',
  notes: 'createReferrals',
  documents: 'createReferrals',
  transferRequests: 'answerReferrals',
  transferReceipts: 'workOnCases',
};

/**
 * What goes before all work on a case that the actor sees: their organization is the one that may do it, and their role
 * suffices. For those who do not see the case at all there is no such case, which is for the caller to say.
 * @throws NotAllowed.
 */
export function requireAllowed<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  row: { organizationId: string },
  ...rowIsEnough: MomentFor<T, A>
): void {
  if (!allowedOnRow(actor, thing, action, row, ...rowIsEnough)) throw new NotAllowed(managingOrganization);
  requirePrivilege(actor, privilegeFor[thing]);
}
