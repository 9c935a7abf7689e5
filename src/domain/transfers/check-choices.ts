import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import { agreementChoices, caseManagerChoices, locationChoices, officeChoices } from './transfer-choices.ts';

/** What the Case Details/Transfer screen asks for (R29). */
export type TransferChoices = {
  officeId: string;
  caseManagerId: string;
  agreementId: string;
  serviceDeliveryLocationId?: string | null | undefined;
};

const notOffered = {
  EN: 'Choose one of those in transferOptions: it must belong to your organization and be active.',
  FR: 'Choisissez parmi transferOptions : l’élément doit appartenir à votre organisme et être actif.',
};
const locationNeeded = {
  EN: 'Your organization has several service delivery locations: choose the one where the client will mainly be served.',
  FR: 'Votre organisme a plusieurs points de service : choisissez celui où le client sera principalement servi.',
};

/**
 * Checks the choices against what the actor's organization has to offer (R29).
 * @returns the service delivery location: the one chosen, the only one there is, or null where there is none.
 * @throws InvalidInput naming each choice that is not on offer, and a location that is missing.
 */
export async function checkChoices(
  transaction: Transaction,
  actor: Actor,
  choices: TransferChoices,
  day: Date,
): Promise<string | null> {
  const office = await transaction.office.count({
    where: { AND: [{ id: choices.officeId }, officeChoices(actor)] },
  });
  const manager = await transaction.staff.count({
    where: { AND: [{ id: choices.caseManagerId }, caseManagerChoices(actor)] },
  });
  const agreement = await transaction.agreement.count({
    where: { AND: [{ id: choices.agreementId }, agreementChoices(actor, day)] },
  });
  const locations = await transaction.serviceDeliveryLocation.findMany({
    where: locationChoices(actor),
    select: { id: true },
    take: 1_000,
  });
  const chosen = choices.serviceDeliveryLocationId ?? null;
  const problems: FieldProblem[] = [];
  if (office === 0) problems.push({ field: 'officeId', text: notOffered });
  if (manager === 0) problems.push({ field: 'caseManagerId', text: notOffered });
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
