import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { FieldProblem } from '../errors.ts';
import { keepOrganization } from '../organizations/lock-organization.ts';
import { isAssignable } from '../transfers/is-assignable.ts';
import { agreementChoices, locationChoices, officeChoices } from '../transfers/transfer-choices.ts';

/** What a case is put under at its organization. */
export type CaseChoices = {
  programId: string;
  officeId: string;
  caseManagerId: string;
  agreementId: string;
  serviceDeliveryLocationId: string | null;
};

/** A choice by which a case hangs on its organization. */
export type CaseChoice = keyof CaseChoices;

const notOffered = {
  EN: 'Choose one of those that your organization has and that are active.',
  FR: 'Choisissez parmi ceux que votre organisme a et qui sont actifs.',
};
const notAssignable = {
  EN: 'Choose an active case manager of your organization.',
  FR: 'Choisissez un gestionnaire de cas actif de votre organisme.',
};
const noAgreement = {
  EN: 'Choose an agreement of your organization that is active today and has the program of the case.',
  FR: 'Choisissez une entente de votre organisme qui est en vigueur aujourd’hui et qui comprend le programme du cas.',
};
const locationNeeded = {
  EN: 'Your organization has several service delivery locations: choose the one where the client will mainly be served.',
  FR: 'Votre organisme a plusieurs points de service : choisissez celui où le client sera principalement servi.',
};

/**
 * Checks choices against what an organization has, and keeps it so until the transaction ends: it is not closed, its agreements
 * stay, and the case manager is not disabled.
 * @param only which of them; the others have been checked before.
 * @returns the problem with each choice that is not on offer, and the location: the one chosen, the only one there is, or null
 * where there is none.
 */
export async function checkCaseChoices(
  transaction: Transaction,
  organizationId: string,
  choices: CaseChoices,
  { day, only }: { day: Date; only: readonly CaseChoice[] },
): Promise<{ serviceDeliveryLocationId: string | null; problems: FieldProblem[] }> {
  const problems: FieldProblem[] = [];
  await keepOrganization(transaction, organizationId);
  const has = (choice: CaseChoice) => only.includes(choice);
  if (has('officeId')) {
    const where = { AND: [{ id: choices.officeId }, officeChoices(organizationId)] };
    const found = await transaction.office.count({ where });
    if (found === 0) problems.push({ field: 'officeId', text: notOffered });
  }
  if (has('caseManagerId')) {
    const assignable = await isAssignable(transaction, organizationId, choices.caseManagerId);
    if (!assignable) problems.push({ field: 'caseManagerId', text: notAssignable });
  }
  if (has('agreementId')) {
    const where: Prisma.AgreementWhereInput = {
      id: choices.agreementId,
      programs: { some: { programId: choices.programId } },
      AND: [agreementChoices(organizationId, day)],
    };
    const found = await transaction.agreement.count({ where });
    if (found === 0) problems.push({ field: 'agreementId', text: noAgreement });
  }
  if (!has('serviceDeliveryLocationId')) {
    return { serviceDeliveryLocationId: choices.serviceDeliveryLocationId, problems };
  }
  const { location, problem } = await checkLocation(transaction, organizationId, choices);
  return { serviceDeliveryLocationId: location, problems: [...problems, ...problem] };
}

async function checkLocation(
  transaction: Transaction,
  organizationId: string,
  { serviceDeliveryLocationId: chosen }: CaseChoices,
): Promise<{ location: string | null; problem: FieldProblem[] }> {
  const field = 'serviceDeliveryLocationId';
  const locations = await transaction.serviceDeliveryLocation.findMany({
    where: locationChoices(organizationId),
    select: { id: true },
    take: 1_000,
  });
  if (chosen === null) {
    const problem = locations.length > 1 ? [{ field, text: locationNeeded }] : [];
    return { location: locations[0]?.id ?? null, problem };
  }
  const offered = locations.some(({ id }) => id === chosen);
  return { location: chosen, problem: offered ? [] : [{ field, text: notOffered }] };
}
