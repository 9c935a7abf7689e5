import type { Action, Thing } from '../access-table.ts';
import { type Actor, worksOnCases } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { allowedOnRow, type MomentFor } from '../people/relations.ts';

const managingOrganization = {
  EN: 'Only the organization that manages the case can do it; ask the case manager there.',
  FR: 'Seul l’organisme qui gère le cas peut le faire; adressez-vous à son gestionnaire de cas.',
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
  if (!worksOnCases(actor)) throw new NotAllowed();
}
