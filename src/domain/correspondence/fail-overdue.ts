import type { Platform } from '../../platform/platform.ts';
import { lockCase } from '../cases/lock-case.ts';
import { longestAttempt, shortAbsence, tryingPeriod } from './delivery-times.ts';
import { failCorrespondence } from './fail-correspondence.ts';

/**
 * While the mail server is away nothing is tried, so time alone ends what has waited for more than 24 hours: it is Failed
 * (D2). Not in the first quarter of an hour of an absence: after a long standstill the mail server may start last.
 * @param awaySince when the mail server was first found away.
 */
export async function failOverdue(platform: Platform, awaySince: Date): Promise<void> {
  const now = platform.now().getTime();
  if (now - awaySince.getTime() < shortAbsence) return;
  const running = { finishedAt: null, startedAt: { gt: new Date(now - longestAttempt) } };
  const overdue = await platform.database.correspondence.findMany({
    where: { status: 'QUEUED', queuedAt: { lt: new Date(now - tryingPeriod) } },
    orderBy: { queuedAt: 'asc' },
    select: { id: true, referral: { select: { caseId: true } } },
  });
  for (const { id, referral } of overdue) {
    await platform.database.$transaction(async (transaction) => {
      await lockCase(transaction, referral.caseId);
      await transaction.$queryRaw`SELECT id FROM "Correspondence" WHERE id = ${id}::uuid FOR UPDATE`;
      // Another process may reach the server, and have it in hand just now.
      if (
        (await transaction.correspondenceAttempt.count({ where: { correspondenceId: id, ...running } })) > 0
      )
        return;
      await failCorrespondence(transaction, platform, { correspondenceId: id, reason: 'SERVER_UNREACHABLE' });
    });
  }
}
