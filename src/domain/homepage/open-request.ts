import type { ReferralAccess } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { summaryScope } from '../cases/access.ts';
import type { Moment } from '../people/access.ts';
import type { ShownTask } from './shown-tasks.ts';

/**
 * Whether the access is by a Case Transfer referral that still waits for its receiver, and the viewer of a task about it is on
 * either side: sees the referrals of the case, or is the receiver and sees the summary (B8, D12).
 */
export function isOpenRequest(
  { organizationId }: Actor,
  access: Pick<ReferralAccess, 'scope' | 'endedAt' | 'expiresAt' | 'organizationId'>,
  { seesReferrals, seesSummary }: Pick<ShownTask, 'seesReferrals' | 'seesSummary'>,
  { now }: Moment,
): boolean {
  const isOpen = access.scope === summaryScope && access.endedAt === null && access.expiresAt > now;
  return isOpen && (seesReferrals || (seesSummary && access.organizationId === organizationId));
}
