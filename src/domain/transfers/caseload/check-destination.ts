import type { Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../actor.ts';
import { type FieldProblem, InvalidInput } from '../../errors.ts';
import { keepOrganization } from '../../organizations/lock-organization.ts';
import { checkChoices } from '../check-choices.ts';
import { isAssignable } from '../is-assignable.ts';
import { officeChoices } from '../transfer-choices.ts';
import { requireDestination } from '../transfer-destinations.ts';
import { type Caseload, staysInside } from './caseload.ts';

const notOffered = {
  EN: 'Choose one that belongs to the organization of the new case manager, and is active.',
  FR: 'Choisissez un élément qui appartient à l’organisme du nouveau gestionnaire de cas et qui est actif.',
};

/** An agreement that nobody has. */
const none = '00000000-0000-0000-0000-000000000000';

/** What the choices of a transfer are called in the input of a caseload's. */
const fieldNames: Record<string, string> = { officeId: 'toOfficeId', caseManagerId: 'toCaseManagerId' };

/**
 * Checks whether a caseload can go where it is to go: as each of its cases would be checked (R29, D12), and inside an
 * organization whether the case manager and the office are its own. Until the transaction ends the organization stays so.
 * @param also what else is wrong with the same input, to be named in one answer.
 * @returns the service delivery location, as checkChoices does; null inside an organization.
 * @throws OrganizationNotEligible; InvalidInput naming each choice that is not on offer, and a location that is missing.
 */
export async function checkDestination(
  transaction: Transaction,
  actor: Actor,
  caseload: Caseload,
  day: Date,
  also: FieldProblem[] = [],
): Promise<string | null> {
  await keepOrganization(transaction, caseload.toOrganizationId);
  if (staysInside(caseload)) {
    await checkColleague(transaction, caseload, also);
    return null;
  }
  const { toOrganizationId: organizationId, fromOrganizationId: managedBy } = caseload;
  await requireDestination(actor, transaction, { organizationId, managedBy }, day);
  const choices = {
    officeId: caseload.toOfficeId,
    caseManagerId: caseload.toCaseManagerId,
    agreementId: caseload.toAgreementId ?? none,
    serviceDeliveryLocationId: caseload.toServiceDeliveryLocationId,
  };
  return await checkChoices(transaction, organizationId, choices, day, also).catch((refusal: unknown) => {
    throw refusal instanceof InvalidInput ? new InvalidInput(refusal.problems.map(renamed)) : refusal;
  });
}

async function checkColleague(
  transaction: Transaction,
  { toOrganizationId, toOfficeId, toCaseManagerId }: Caseload,
  also: FieldProblem[],
): Promise<void> {
  const office = { AND: [{ id: toOfficeId }, officeChoices(toOrganizationId)] };
  const problems = [...also];
  if ((await transaction.office.count({ where: office })) === 0) {
    problems.push({ field: 'toOfficeId', text: notOffered });
  }
  if (!(await isAssignable(transaction, toOrganizationId, toCaseManagerId))) {
    problems.push({ field: 'toCaseManagerId', text: notOffered });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}

function renamed({ field, text }: FieldProblem): FieldProblem {
  return { field: fieldNames[field] ?? field, text };
}
