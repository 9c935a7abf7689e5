import { sealAuditTrail } from '../domain/audit/seal-audit-trail.ts';
import { sendCorrespondence } from '../domain/correspondence/queue-correspondence.ts';
import { purgeRecordedSignIns } from '../domain/organizations/purge-recorded-sign-ins.ts';
import { lookForTwins } from '../domain/people/look-for-twins.ts';
import { discardFile } from '../domain/referrals/discard-file.ts';
import { expireAccess } from '../domain/referrals/expire-access.ts';
import { remindOfTransfers } from '../domain/referrals/remind-of-transfers.ts';
import { transferCaseloadChunk } from '../domain/transfers/caseload/caseload-job.ts';
import { purgeLiveEvents } from '../platform/live/purge-live-events.ts';

/** Every kind of job there is; {@link startWorker} handles each. */
export const jobKinds = [
  sendCorrespondence,
  discardFile,
  expireAccess,
  lookForTwins,
  remindOfTransfers,
  purgeLiveEvents,
  purgeRecordedSignIns,
  sealAuditTrail,
  transferCaseloadChunk,
];
