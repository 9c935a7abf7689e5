import type { Referral } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { Refusal } from '../errors.ts';

/** A referral is taken for a second one of the same for so long after the first was submitted (D10). */
const duplicateHours = 24;

/** The same case has been referred to the same organization in the same way a short while ago (D10). */
export class PossibleDuplicate extends Refusal {
  override readonly name = 'PossibleDuplicate';
  readonly code = 'POSSIBLE_DUPLICATE';
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

/**
 * The referrals of the same case, of the same type and to the same organization that were submitted within 24 hours before
 * (D10). Typed names of organizations outside LaMPSS are the same where they differ in case, accents, spaces or punctuation
 * alone. With the case locked, of two drafts submitted at the same moment the second finds the first.
 * @returns their ids, newest first.
 */
export async function findEarlierReferrals(
  database: Reader,
  referral: Referral,
  now: Date,
): Promise<string[]> {
  const { id, caseId, type, receivingOrganizationId, outsideOrganizationName } = referral;
  const since = new Date(now.getTime() - duplicateHours * 3_600_000);
  const earlier = await database.referral.findMany({
    where: { caseId, type, receivingOrganizationId, id: { not: id }, submittedAt: { gte: since } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, outsideOrganizationName: true },
  });
  const name = comparable(outsideOrganizationName);
  return earlier
    .filter((other) => comparable(other.outsideOrganizationName) === name)
    .map((other) => other.id);
}

/** The letters and digits of a name, without accents and case. */
function comparable(name: string | null): string {
  return (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
