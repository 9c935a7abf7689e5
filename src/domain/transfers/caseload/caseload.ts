import type { CaseloadTransfer } from '../../../generated/prisma/client.ts';
import type { Actor } from '../../actor.ts';
import { NotAllowed } from '../../errors.ts';
import { allowedOnRow } from '../../people/relations.ts';
import { administersNetwork, hasPrivilege } from '../../privileges.ts';

/** Whose cases go to whom, and on what ground: as it is asked for, and as it is on record (B9). */
export type Caseload = Pick<
  CaseloadTransfer,
  | 'fromOrganizationId'
  | 'fromCaseManagerId'
  | 'toOrganizationId'
  | 'toCaseManagerId'
  | 'toOfficeId'
  | 'toAgreementId'
  | 'toServiceDeliveryLocationId'
  | 'reason'
>;

/** Whether the cases stay with their organization, and so keep all that hangs on it. */
export function staysInside(caseload: Pick<Caseload, 'fromOrganizationId' | 'toOrganizationId'>): boolean {
  return caseload.fromOrganizationId === caseload.toOrganizationId;
}

const administrators = {
  EN: 'Ask the administrator of your organization; to another organization, Employment Nova Scotia transfers caseloads.',
  FR: 'Adressez-vous à l’administrateur de votre organisme; vers un autre organisme, c’est Emploi Nouvelle-Écosse qui transfère les charges de cas.',
};

/**
 * Checks that the actor may hand over caseloads of an organization: as its administrator to a colleague, or for Employment Nova
 * Scotia to anybody (B9).
 * @throws NotAllowed.
 */
export function requireMayHandOver(
  actor: Actor,
  caseload: Pick<Caseload, 'fromOrganizationId' | 'toOrganizationId'>,
): void {
  if (administersNetwork(actor)) return;
  const allowed =
    hasPrivilege(actor, 'handOverCaseload') &&
    allowedOnRow(actor, 'case', 'handOver', { organizationId: caseload.fromOrganizationId });
  if (!allowed || !staysInside(caseload)) throw new NotAllowed(administrators);
}
