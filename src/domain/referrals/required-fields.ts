import type { Referral } from '../../generated/prisma/client.ts';
import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Actor } from '../actor.ts';
import { refusalOf } from '../allowance.ts';
import { requireTemplateOffered } from '../correspondence/template-text.ts';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import { type FieldProblem, InvalidInput, type Refusal } from '../errors.ts';
import type { EligibilityFacts } from '../organizations/eligibility.ts';
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

/** What {@link requireComplete} needs to know of a draft. */
export type DraftFacts = Pick<
  Referral,
  | 'type'
  | 'outsideOrganizationName'
  | 'receivingOrganizationId'
  | 'contactName'
  | 'emailTo'
  | 'templateId'
  | 'emailSubject'
  | 'emailContent'
> & { receivingOrganization: EligibilityFacts | null; template: { retiredAt: Date | null } | null };

/**
 * Checks that a draft can be submitted on the day of the facts (D1).
 * @throws InvalidInput naming every missing or wrong field in one answer, an organization or a template that is no longer on
 * offer among them; where nothing else is wrong, OrganizationNotEligible (R6) or TemplateNotOffered (R8), which tell more.
 */
export function requireComplete<Facts extends DraftFacts>(
  actor: Actor,
  referral: Facts,
): Facts & CompleteReferral {
  const typed = fieldProblems(referral);
  const chosen = choiceProblems(actor, referral);
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0 && typed.length === 0) throw only.refusal;
  const problems = [...typed, ...chosen.map(({ field, refusal }) => ({ field, text: refusal.text }))];
  if (problems.length > 0) throw new InvalidInput(problems);
  return referral as Facts & CompleteReferral;
}

function fieldProblems(referral: DraftFacts): FieldProblem[] {
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
function choiceProblems(actor: Actor, { receivingOrganization, template }: DraftFacts): ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  const check = (field: ChoiceProblem['field'], choice: () => void) => {
    const refusal = refusalOf(choice);
    if (refusal !== null) problems.push({ field, refusal });
  };
  if (receivingOrganization !== null) {
    check('organizationId', () => requireEligible(actor, receivingOrganization));
  }
  if (template !== null) check('templateId', () => requireTemplateOffered(template));
  return problems;
}
