import type { LetterContent } from '../../documents/letter/letter-content.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { requireTransferable } from '../cases/status.ts';
import { letterFacts, letterOf } from '../correspondence/letter-content.ts';
import { requirePrintable } from '../correspondence/printable-letter.ts';
import { eligibilityFacts } from '../organizations/eligibility.ts';
import { type CompleteReferral, requireComplete } from './required-fields.ts';
import { requireDraft } from './status.ts';

/** What {@link requireSubmittable} needs to know of a referral on a day. */
export function submitFacts(day: Date) {
  return {
    ...{ id: true, caseId: true, type: true, status: true, receivingOrganizationId: true },
    ...{ emailTo: true, templateId: true, emailSubject: true, emailContent: true },
    ...letterFacts,
    receivingOrganization: { select: { name: true, ...eligibilityFacts(day) } },
    template: { select: { retiredAt: true } },
    case: { select: { ...letterFacts.case.select, status: true, personId: true } },
  } satisfies Prisma.ReferralSelect;
}

/** What {@link submitFacts} selects. */
export type SubmitFacts = Prisma.ReferralGetPayload<{ select: ReturnType<typeof submitFacts> }>;

/** A referral that lacks nothing. */
export type SubmittableReferral = SubmitFacts & CompleteReferral;

/**
 * Checks all that has to be right before a draft can be submitted, whatever is asked then.
 * @param day the day of the facts.
 * @returns the referral, and its letter as it will be sent.
 * @throws ReferralLocked after submit; InvalidInput naming every missing or wrong field (D1), OrganizationNotEligible (R6),
 * TemplateNotOffered (R8), CaseNotTransferable (R27), UnprintableCharacters (R22).
 */
export async function requireSubmittable(
  actor: Actor,
  referral: SubmitFacts,
  day: Date,
): Promise<{ complete: SubmittableReferral; letter: LetterContent | null }> {
  requireDraft(referral.status);
  const complete = requireComplete(actor, referral);
  if (referral.type === 'CASE_TRANSFER') requireTransferable(referral.case.status);
  const letter = letterOf(referral, day);
  if (letter !== null) await requirePrintable(letter);
  return { complete, letter };
}
