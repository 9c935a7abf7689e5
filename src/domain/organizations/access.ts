import type { Actor } from '../actor.ts';
import { administersNetwork } from '../privileges.ts';

/**
 * What is an organization's own business (offices, locations, agreements, staff): its own people see it, and Employment
 * Nova Scotia's administrators.
 */
export function ownRecords(actor: Actor): { organizationId?: string } {
  return administersNetwork(actor) ? {} : { organizationId: actor.organizationId };
}

/** Whether the actor sees what is the business of this organization; the same rule as {@link ownRecords}, for one at hand. */
export function seesRecordsOf(actor: Actor, organizationId: string): boolean {
  return administersNetwork(actor) || organizationId === actor.organizationId;
}
