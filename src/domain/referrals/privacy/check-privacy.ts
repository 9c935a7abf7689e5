import type { Prisma } from '../../../generated/prisma/client.ts';
import type { Reader } from '../../../platform/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Actor } from '../../actor.ts';
import { NotFound } from '../../errors.ts';
import { visibleReferrals } from '../access.ts';
import { readDraftText } from '../draft-input.ts';
import { findVisibleReferral, requireReferralWork } from '../find-referral-to-change.ts';
import { findPrivacyFindings } from './find-privacy-findings.ts';
import type { CheckedField, PrivacyFinding } from './privacy-finding.ts';
import { checkedClient, detailsSelect, expectedDetails } from './referral-details.ts';

/** What is checked; null and a field left out are empty. */
type Texts = { [Field in CheckedField]?: string | null | undefined };

/**
 * What of the client the saved subject and content of a referral give away (B3), for all who see the referral, before submit and
 * after.
 * @returns the findings, by field and place.
 * @throws NotFound where the actor does not see the referral.
 */
export async function savedPrivacyFindings(
  actor: Actor,
  { database }: Platform,
  referralId: string,
): Promise<PrivacyFinding[]> {
  return await checkPrivacy(database, { id: referralId, ...visibleReferrals(actor) });
}

/**
 * What of the client texts give away that are not saved yet, for those who could save them (B3). Keeps nothing.
 * @param input.emailSubject checked as it is: places are counted in what was sent, not in what would be saved.
 * @returns the findings, by field and place.
 * @throws NotFound where the actor does not see the referral; NotAllowed where their organization does not manage the case, or
 * the role does not suffice; InvalidInput for texts that no draft can have.
 */
export async function typedPrivacyFindings(
  actor: Actor,
  { database }: Platform,
  { referralId, ...texts }: Texts & { referralId: string },
): Promise<PrivacyFinding[]> {
  const referral = await findVisibleReferral(database, actor, referralId);
  requireReferralWork(actor, referral, ['referrals', 'update']);
  readDraftText(texts);
  return await checkPrivacy(database, { id: referralId }, texts);
}

/**
 * Checks one referral.
 * @param texts those that are saved, where left out.
 * @throws NotFound where no referral is such.
 */
async function checkPrivacy(
  database: Reader,
  where: Prisma.ReferralWhereInput,
  texts?: Texts,
): Promise<PrivacyFinding[]> {
  const referral = await database.referral.findFirst({ where, select: privacyFacts });
  if (referral === null) throw new NotFound();
  return privacyFindingsOf(referral, texts);
}

/** What {@link privacyFindingsOf} needs to know of a referral. */
export const privacyFacts = {
  ...detailsSelect,
  emailSubject: true,
  emailContent: true,
} satisfies Prisma.ReferralSelect;

/** Checks a referral at hand. */
export function privacyFindingsOf(
  referral: Prisma.ReferralGetPayload<{ select: typeof privacyFacts }>,
  texts: Texts = referral,
): PrivacyFinding[] {
  return findPrivacyFindings(texts, checkedClient(referral), expectedDetails(referral));
}
