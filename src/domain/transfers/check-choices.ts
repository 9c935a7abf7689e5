import type { Transaction } from '../../platform/database.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import { isAssignable } from './is-assignable.ts';
import { agreementChoices, locationChoices, officeChoices } from './transfer-choices.ts';

/** What the Case Details/Transfer screen asks for (R29). */
export type TransferChoices = {
  officeId: string;
  caseManagerId: string;
  agreementId: string;
  serviceDeliveryLocationId?: string | null | undefined;
};

const notOffered = {
  EN: 'Choose one of those in transferOptions: it must belong to the organization that takes the case over, and be active.',
  FR: 'Choisissez parmi transferOptions : l’élément doit appartenir à l’organisme qui reprend le cas et être actif.',
};
const locationNeeded = {
  EN: 'The organization has several service delivery locations: choose the one where the client will mainly be served.',
  FR: 'L’organisme a plusieurs points de service : choisissez celui où le client sera principalement servi.',
};

/**
 * Checks the choices against what the organization that takes the case over has to offer (R29). The caller keeps the organization
 * (keepOrganization), so that all of it stays on offer until the transaction ends; the case manager is not disabled either.
 * @param also what else is wrong with the same input, to be named in one answer.
 * @returns the service delivery location: the one chosen, the only one there is, or null where there is none.
 * @throws InvalidInput naming each choice that is not on offer, and a location that is missing.
 */
export async function checkChoices(
  transaction: Transaction,
  organizationId: string,
  choices: TransferChoices,
  day: Date,
  also: FieldProblem[] = [],
): Promise<string | null> {
  const office = await transaction.office.count({
    where: { AND: [{ id: choices.officeId }, officeChoices(organizationId)] },
  });
  const assignable = await isAssignable(transaction, organizationId, choices.caseManagerId);
  const agreement = await transaction.agreement.count({
    where: { AND: [{ id: choices.agreementId }, agreementChoices(organizationId, day)] },
  });
  const locations = await transaction.serviceDeliveryLocation.findMany({
    where: locationChoices(organizationId),
    select: { id: true },
    take: 1_000,
  });
  const chosen = choices.serviceDeliveryLocationId ?? null;
  const problems = [...also];
  if (office === 0) problems.push({ field: 'officeId', text: notOffered });
  if (!assignable) problems.push({ field: 'caseManagerId', text: notOffered });
  if (agreement === 0) problems.push({ field: 'agreementId', text: notOffered });
  if (chosen !== null && !locations.some(({ id }) => id === chosen)) {
    problems.push({ field: 'serviceDeliveryLocationId', text: notOffered });
  }
  if (chosen === null && locations.length > 1) {
    problems.push({ field: 'serviceDeliveryLocationId', text: locationNeeded });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return chosen ?? locations[0]?.id ?? null;
}
