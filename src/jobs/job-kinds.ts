import { sendCorrespondence } from '../domain/correspondence/queue-correspondence.ts';
import { discardFile } from '../domain/referrals/discard-file.ts';

/** Every kind of job there is; {@link startWorker} handles each. */
export const jobKinds = [sendCorrespondence, discardFile];
