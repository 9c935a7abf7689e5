import type { Referral } from '../../generated/prisma/client.ts';
import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { requireTemplateOffered } from '../correspondence/template-text.ts';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import { type FieldProblem, InvalidInput, Refusal } from '../errors.ts';
import { isVisible } from '../visible-text.ts';
import { requireEligible } from './organization-choice.ts';

/** The fields that submit needs (D1). */
export type CompleteReferral = {
  contactName: string;
  emailTo: string;
  templateId: string;
  emailSubject: string;
  emailContent: string;
};

/** The names, as updateReferral has them, of the fields that submit needs of a type of referral (D1). */
export function requiredFields(type: ReferralType) {
  const organization = type === 'INFORMATIONAL_OUTSIDE' ? 'organizationName' : 'organizationId';
  return [organization, 'contactName', 'emailTo', 'templateId', 'emailSubject', 'emailContent'] as const;
}

const missing = { EN: 'Fill this in before you submit.', FR: 'Remplissez ce champ avant de soumettre.' };

/**
 * Checks that a draft can be submitted on a day (D1).
 * @throws InvalidInput naming every missing or wrong field in one answer, an organization or a template that is no longer on
 * offer among them; where nothing else is wrong, OrganizationNotEligible (R6) or TemplateNotOffered (R8), which tell more.
 */
export async function requireComplete(
  actor: Actor,
  database: Reader,
  referral: Referral,
  day: Date,
): Promise<Referral & CompleteReferral> {
  const typed = fieldProblems(referral);
  const chosen = await choiceProblems(actor, database, referral, day);
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0 && typed.length === 0) throw only.refusal;
  const problems = [...typed, ...chosen.map(({ field, refusal }) => ({ field, text: refusal.text }))];
  if (problems.length > 0) throw new InvalidInput(problems);
  return referral as Referral & CompleteReferral;
}

function fieldProblems(referral: Referral): FieldProblem[] {
  const values = {
    ...referral,
    organizationId: referral.receivingOrganizationId,
    organizationName: referral.outsideOrganizationName,
  };
  return requiredFields(referral.type).flatMap((field) => {
    const value = values[field];
    if (value === null || !isVisible(value)) return [{ field, text: missing }];
    return field === 'emailTo' && !isEmailAddress(value) ? [{ field, text: notAnAddress }] : [];
  });
}

type ChoiceProblem = { field: 'organizationId' | 'templateId'; refusal: Refusal };

/** What was on offer when it was chosen and is not on the day of submit. */
async function choiceProblems(
  actor: Actor,
  database: Reader,
  { receivingOrganizationId, templateId, type }: Referral,
  day: Date,
): Promise<ChoiceProblem[]> {
  const problems: ChoiceProblem[] = [];
  const check = async (field: ChoiceProblem['field'], choice: Promise<void>) =>
    await choice.catch((refusal: unknown) => {
      if (!(refusal instanceof Refusal)) throw refusal;
      problems.push({ field, refusal });
    });
  if (receivingOrganizationId !== null) {
    await check('organizationId', requireEligible(actor, database, receivingOrganizationId, day));
  }
  if (templateId !== null) {
    await check('templateId', requireTemplateOffered(database, { templateId, referralType: type }));
  }
  return problems;
}
