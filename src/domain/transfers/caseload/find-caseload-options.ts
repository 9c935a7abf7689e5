import type { Prisma } from '../../../generated/prisma/client.ts';
import type { Reader } from '../../../platform/database.ts';
import type { Actor } from '../../actor.ts';
import { NotFound } from '../../errors.ts';
import { ownRecords } from '../../organizations/access.ts';
import { administersNetwork } from '../../privileges.ts';
import { requireMayHandOver } from './caseload.ts';

/** Between which organizations a caseload is to go. */
export type CaseloadOptions = {
  fromOrganizationId: string;
  /** Where it goes: the same organization unless another was named. */
  organizationId: string;
};

/**
 * Between which organizations the actor is to choose (B9): inside their own, or for Employment Nova Scotia between any two.
 * @param wanted.fromOrganizationId whose caseloads; left out, those of the actor's organization.
 * @param wanted.organizationId where one is to go; left out, it stays inside.
 * @throws NotFound for an organization that there is not; NotAllowed where the actor may not hand over its caseloads.
 */
export async function findCaseloadOptions(
  actor: Actor,
  database: Reader,
  wanted: { fromOrganizationId?: string | null | undefined; organizationId?: string | null | undefined },
): Promise<CaseloadOptions> {
  const fromOrganizationId = wanted.fromOrganizationId ?? actor.organizationId;
  const organizationId = wanted.organizationId ?? fromOrganizationId;
  requireMayHandOver(actor, { fromOrganizationId, toOrganizationId: organizationId });
  const ids = [...new Set([fromOrganizationId, organizationId])];
  if ((await database.organization.count({ where: { id: { in: ids } } })) < ids.length) throw new NotFound();
  return { fromOrganizationId, organizationId };
}

/**
 * Whose caseloads can be handed over: everyone of the organization who has a case that is not closed, also who is no longer
 * active.
 */
export function caseloadsOf(actor: Actor, organizationId: string): Prisma.StaffWhereInput {
  return { AND: [ownRecords(actor), { organizationId }], cases: { some: { status: { not: 'CLOSED' } } } };
}

/** The organizations that a caseload can go to: one's own, or for Employment Nova Scotia all. */
export function caseloadOrganizations(actor: Actor): Prisma.OrganizationWhereInput {
  return administersNetwork(actor) ? {} : { id: actor.organizationId };
}
