import type { Prisma } from '../../generated/prisma/client.ts';
import { Refusal } from '../errors.ts';

/** A referral is taken for a second one of the same for so long after the first was submitted (D10). */
const duplicateHours = 24;

/** The same case has been referred to the same organization in the same way a short while ago (D10). */
export class PossibleDuplicate extends Refusal {
  override readonly name = 'PossibleDuplicate';
  readonly code = 'POSSIBLE_DUPLICATE';
  override readonly asks = true;
  /** The ids of the earlier referrals, newest first. */
  readonly earlierIds: string[];

  constructor(earlierIds: string[]) {
    super({
      EN: `A referral of this type has been submitted for this case to this organization within the last ${duplicateHours} hours. Submit this one too only if both are meant.`,
      FR: `Un aiguillage de ce type vers cet organisme a été soumis pour ce cas au cours des ${duplicateHours} dernières heures. Ne soumettez celui-ci aussi que si les deux sont voulus.`,
    });
    this.earlierIds = earlierIds;
  }
}

/** The referrals submitted so lately that another one may repeat them. */
export function submittedLately(now: Date): Prisma.ReferralWhereInput {
  return { submittedAt: { gte: new Date(now.getTime() - duplicateHours * 3_600_000) } };
}

/** What tells whether one referral of a case repeats another. */
export const repeatFacts = {
  id: true,
  type: true,
  receivingOrganizationId: true,
  outsideOrganizationName: true,
} satisfies Prisma.ReferralSelect;

type RepeatFacts = Prisma.ReferralGetPayload<{ select: typeof repeatFacts }>;

/**
 * Of the other referrals of the case those of the same type and to the same organization (D10). Typed names of organizations
 * outside LaMPSS are the same where they differ in case, accents, spaces or punctuation alone. With the case locked, of two
 * drafts submitted at the same moment the second finds the first.
 * @param others those {@link submittedLately}.
 * @returns their ids, in the order given.
 */
export function earlierReferrals(referral: RepeatFacts, others: readonly RepeatFacts[]): string[] {
  return others.filter((other) => isRepeated(referral, other)).map(({ id }) => id);
}

function isRepeated(referral: RepeatFacts, other: RepeatFacts): boolean {
  return (
    other.id !== referral.id &&
    other.type === referral.type &&
    other.receivingOrganizationId === referral.receivingOrganizationId &&
    comparable(other.outsideOrganizationName) === comparable(referral.outsideOrganizationName)
  );
}

/** The letters and digits of a name, without accents and case. */
function comparable(name: string | null): string {
  return (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
