import { z } from 'zod';
import type { Referral } from '../../generated/prisma/client.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';

/** The fields that submit needs (D1). */
export type CompleteReferral = {
  contactName: string;
  emailTo: string;
  templateId: string;
  emailSubject: string;
  emailContent: string;
};

const missing = { EN: 'Fill this in before you submit.', FR: 'Remplissez ce champ avant de soumettre.' };
const notAnAddress = {
  EN: 'Enter one valid email address, for example info@organization.example.',
  FR: 'Entrez une seule adresse électronique valide, par exemple info@organisme.example.',
};

const address = z.email();

/** Something to see: spaces, of no width too, are not. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Checks that a draft can be submitted (D1).
 * @throws InvalidInput naming every missing or wrong field in one answer.
 */
export function requireComplete(referral: Referral): Referral & CompleteReferral {
  const { contactName, emailTo, templateId, emailSubject, emailContent } = referral;
  const organization =
    referral.type === 'INFORMATIONAL_OUTSIDE'
      ? { organizationName: referral.outsideOrganizationName }
      : { organizationId: referral.receivingOrganizationId };
  const required = { ...organization, contactName, emailTo, templateId, emailSubject, emailContent };
  const problems: FieldProblem[] = Object.entries(required)
    .filter(([, value]) => value === null || !visible.test(value))
    .map(([field]) => ({ field, text: missing }));
  if (emailTo !== null && !address.safeParse(emailTo).success) {
    problems.push({ field: 'emailTo', text: notAnAddress });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return referral as Referral & CompleteReferral;
}
