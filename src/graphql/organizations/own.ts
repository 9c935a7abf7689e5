import { administersNetwork } from '../../domain/actor.ts';
import type { RequestContext } from '../context.ts';

/** What is an organization's own business: its own people and Employment Nova Scotia's administrators see it. */
export function own({ actor }: RequestContext): { organizationId?: string } {
  return administersNetwork(actor) ? {} : { organizationId: actor.organizationId };
}
