import { type Actor, administersNetwork } from '../actor.ts';

/**
 * What is an organization's own business (offices, locations, agreements, staff): its own people see it, and Employment
 * Nova Scotia's administrators.
 */
export function ownRecords(actor: Actor): { organizationId?: string } {
  return administersNetwork(actor) ? {} : { organizationId: actor.organizationId };
}
