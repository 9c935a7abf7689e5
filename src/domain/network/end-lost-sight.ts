import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { eligibleForReferrals } from '../organizations/eligibility.ts';
import { notRunOut } from '../people/access.ts';
import { programDay } from '../program-day.ts';

/**
 * Does a change of an organization or its agreements. Where referrals cannot be sent to it any more, what it saw by referrals is
 * out of its sight (D12), and its open subscriptions to those cases end with the commit.
 */
export async function endLostSight(
  transaction: Transaction,
  platform: Platform,
  organizationId: string,
  change: () => Promise<void>,
): Promise<void> {
  const now = platform.now();
  const isEligible = async () =>
    (await transaction.organization.count({
      where: { id: organizationId, AND: [eligibleForReferrals(programDay(now, platform.timeZone))] },
    })) > 0;
  const before = await isEligible();
  await change();
  if (!before || (await isEligible())) return;
  const seen = await transaction.referralAccess.findMany({
    where: { organizationId, endedAt: null, ...notRunOut(now) },
    distinct: ['caseId'],
    select: { caseId: true },
  });
  await publish(transaction, ...seen.map(({ caseId }) => ({ topic: 'caseAccess' as const, caseId })));
}
