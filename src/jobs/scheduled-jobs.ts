import { sealAuditTrail } from '../domain/audit/seal-audit-trail.ts';
import { purgeRecordedSignIns } from '../domain/organizations/purge-recorded-sign-ins.ts';
import { expireAccess } from '../domain/referrals/expire-access.ts';
import { remindOfTransfers } from '../domain/referrals/remind-of-transfers.ts';
import { purgeLiveEvents } from '../platform/live/purge-live-events.ts';
import type { ScheduledJob } from '../platform/queue.ts';

/** What comes up by the clock, in the program's time zone. */
export const scheduledJobs: readonly ScheduledJob[] = [
  { kind: expireAccess, cron: '5 * * * *' },
  // Before the working day begins, so that reminders are there with it.
  { kind: remindOfTransfers, cron: '15 6 * * *' },
  { kind: purgeLiveEvents, cron: '35 * * * *' },
  { kind: purgeRecordedSignIns, cron: '50 * * * *' },
  { kind: sealAuditTrail, cron: '* * * * *' },
];
