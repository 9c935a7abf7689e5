import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { AskedFor } from '../allowed-action.ts';
import { NotFound } from '../errors.ts';
import { earlierReferrals, repeatFacts, submittedLately } from './possible-duplicate.ts';
import { privacyFacts, privacyFindingsOf } from './privacy/check-privacy.ts';
import type { PrivacyFinding } from './privacy/privacy-finding.ts';

/** What submitting a referral asks about before the confirmation. */
export type SubmitQuestions = {
  /** Newest first: what it may repeat (D10). */
  earlierIds: string[];
  /** What its email may tell of the client (B3). */
  findings: PrivacyFinding[];
};

/** What submitting one referral asks about; see {@link findSubmitQuestions}. */
export async function submitQuestions(
  database: Reader,
  referralId: string,
  now: Date,
): Promise<SubmitQuestions> {
  const [found] = (await findSubmitQuestions(database, [referralId], now)).values();
  if (found === undefined) throw new NotFound();
  return found;
}

/**
 * What submitting referrals would ask about, in one statement however many they are. Whether the actor may see them is for the
 * caller to say.
 * @returns by the ids of the referrals there are.
 */
export async function findSubmitQuestions(
  database: Reader,
  referralIds: readonly string[],
  now: Date,
): Promise<Map<string, SubmitQuestions>> {
  const found = await database.referral.findMany({
    where: { id: { in: [...referralIds] } },
    select: questionFacts(now),
    take: referralIds.length,
  });
  return new Map(
    found.map((referral) => [
      referral.id,
      {
        earlierIds: earlierReferrals(referral, referral.case.referrals),
        findings: privacyFindingsOf(referral),
      },
    ]),
  );
}

/** What these questions ask for, in the order in which they come. */
export function questionsAskFor({ earlierIds, findings }: SubmitQuestions): AskedFor[] {
  return [
    ...(earlierIds.length > 0 ? (['ACKNOWLEDGE_DUPLICATE'] as const) : []),
    ...(findings.length > 0 ? (['ACKNOWLEDGE_PRIVACY_FINDINGS'] as const) : []),
  ];
}

function questionFacts(now: Date) {
  return {
    ...privacyFacts,
    ...repeatFacts,
    case: {
      select: {
        ...privacyFacts.case.select,
        referrals: {
          where: submittedLately(now),
          orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
          select: repeatFacts,
        },
      },
    },
  } satisfies Prisma.ReferralSelect;
}
