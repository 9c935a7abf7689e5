import type { Reader } from '../../platform/database.ts';
import { summaryScope } from '../cases/access.ts';
import { notRunOut } from '../people/access.ts';

/** The newest Case Transfer referral of a case to an organization that is open; null where there is none. */
export async function findOpenReferral(
  database: Reader,
  { caseId, organizationId, now }: { caseId: string; organizationId: string; now: Date },
): Promise<{ accessId: string; referralId: string } | null> {
  const access = await database.referralAccess.findFirst({
    where: { caseId, organizationId, scope: summaryScope, endedAt: null, ...notRunOut(now) },
    orderBy: { beganAt: 'desc' },
    select: { id: true, referralId: true },
  });
  return access === null ? null : { accessId: access.id, referralId: access.referralId };
}
