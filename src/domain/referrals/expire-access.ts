import { z } from 'zod';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { JobKind } from '../../platform/queue.ts';
import { summaryScope } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { endAccess } from './end-access.ts';
import { tellSender } from './tell-sender.ts';

/** The job that writes down which access has run out, and tells of it (D8). */
export const expireAccess: JobKind<Record<string, never>> = {
  name: 'expire-access',
  payload: z.strictObject({}),
};

/** Access whose time is over and of which that is not on record yet. */
function ranOut(now: Date): Prisma.ReferralAccessWhereInput {
  return { endedAt: null, expiresAt: { lte: now } };
}

/**
 * Some of the access that has run out and is not written down as ended, in the order of their ids.
 * @param after only ids past this one; null for the first.
 * @param most so many at the most.
 */
export async function findRunOut(
  database: Reader,
  now: Date,
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  const found = await database.referralAccess.findMany({
    where: { ...ranOut(now), ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/**
 * Writes down that access has run out: ended then, and by nobody. The sender of a Case Transfer referral is told that nobody
 * acted on it (D8). To have run out needs no record: nothing is seen by it since. Once is enough; a second time changes nothing.
 */
export async function expire(platform: Platform, accessId: string): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const { caseId } = await transaction.referralAccess.findUniqueOrThrow({
      where: { id: accessId },
      select: { caseId: true },
    });
    await lockCase(transaction, caseId);
    const access = await transaction.referralAccess.findFirst({
      where: { id: accessId, ...ranOut(platform.now()) },
      select: { expiresAt: true, scope: true },
    });
    if (access === null) return;
    const end = { cause: 'EXPIRED', at: access.expiresAt } as const;
    const ended = await endAccess(transaction, null, { id: accessId }, end);
    if (access.scope !== summaryScope) return;
    for (const one of ended) {
      await tellSender(transaction, platform, one, { type: 'REFERRAL_EXPIRED', byId: one.submittedById });
    }
  });
}
