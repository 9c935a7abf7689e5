import { sealAuditTrail as sealAuditTrailKind } from '../domain/audit/seal-audit-trail.ts';
import { failOverdue } from '../domain/correspondence/fail-overdue.ts';
import { sendCorrespondence as sendCorrespondenceKind } from '../domain/correspondence/queue-correspondence.ts';
import { purgeRecordedSignIns as purgeRecordedSignInsKind } from '../domain/organizations/purge-recorded-sign-ins.ts';
import { lookForTwins as lookForTwinsKind } from '../domain/people/look-for-twins.ts';
import { discardFile as discardFileKind } from '../domain/referrals/discard-file.ts';
import { expireAccess as expireAccessKind } from '../domain/referrals/expire-access.ts';
import { remindOfTransfers as remindOfTransfersKind } from '../domain/referrals/remind-of-transfers.ts';
import { transferCaseloadChunk } from '../domain/transfers/caseload/caseload-job.ts';
import { purgeLiveEvents as purgeLiveEventsKind } from '../platform/live/purge-live-events.ts';
import type { Platform } from '../platform/platform.ts';
import { discardFile } from './discard-file.ts';
import { expireAccess } from './expire-access.ts';
import { lookForTwins } from './look-for-twins.ts';
import { purgeLiveEvents } from './purge-live-events.ts';
import { purgeRecordedSignIns } from './purge-recorded-sign-ins.ts';
import { remindOfTransfers } from './remind-of-transfers.ts';
import { scheduledJobs } from './scheduled-jobs.ts';
import { sealAuditTrail } from './seal-audit-trail.ts';
import { type Outgoing, sendCorrespondence } from './send-correspondence.ts';
import { transferCaseload } from './transfer-caseload.ts';

/** Starts handling every kind of job in this process, and sees to it that those come up that go by the clock. */
export async function startWorker(platform: Platform, outgoing: Outgoing): Promise<void> {
  await platform.queue.work(
    sendCorrespondenceKind,
    (payload) => sendCorrespondence(platform, outgoing, payload),
    async (awaySince) => {
      if (await outgoing.mailer.reachable()) return true;
      await failOverdue(platform, awaySince);
      return false;
    },
  );
  await platform.queue.work(discardFileKind, (payload) => discardFile(platform, payload));
  await platform.queue.work(expireAccessKind, () => expireAccess(platform));
  await platform.queue.work(lookForTwinsKind, (payload) => lookForTwins(platform, payload));
  await platform.queue.work(remindOfTransfersKind, () => remindOfTransfers(platform));
  await platform.queue.work(transferCaseloadChunk, (chunk) => transferCaseload(platform, chunk));
  await platform.queue.work(purgeLiveEventsKind, () => purgeLiveEvents(platform));
  await platform.queue.work(purgeRecordedSignInsKind, () => purgeRecordedSignIns(platform));
  await platform.queue.work(sealAuditTrailKind, () => sealAuditTrail(platform));
  await platform.queue.schedule(scheduledJobs, platform.timeZone);
}
