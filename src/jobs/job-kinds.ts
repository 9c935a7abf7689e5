import { sendCorrespondence } from '../domain/correspondence/queue-correspondence.ts';
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
  remindOfTransfers,
  purgeLiveEvents,
  transferCaseloadChunk,
];
