import { failOverdue } from '../domain/correspondence/fail-overdue.ts';
import { sendCorrespondence as sendCorrespondenceKind } from '../domain/correspondence/queue-correspondence.ts';
import { discardFile as discardFileKind } from '../domain/referrals/discard-file.ts';
import type { Platform } from '../platform/platform.ts';
import { discardFile } from './discard-file.ts';
import { type Outgoing, sendCorrespondence } from './send-correspondence.ts';

/** Starts handling every kind of job in this process. */
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
}
