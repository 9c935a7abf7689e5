import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { JobKind } from '../../platform/queue.ts';
import type { Actor } from '../actor.ts';

/** The job that makes the letter and mails it. */
export const sendCorrespondence: JobKind<{ correspondenceId: string }> = {
  name: 'send-correspondence',
  payload: z.strictObject({ correspondenceId: z.uuid() }),
};

/**
 * Puts a new sending of a referral's letter on record and in the queue, in the caller's transaction (B1).
 * @returns its id.
 */
export async function queueCorrespondence(
  transaction: Transaction,
  actor: Actor,
  platform: Platform,
  sending: { referralId: string; emailTo: string },
): Promise<string> {
  const earlier = await transaction.correspondence.count({ where: { referralId: sending.referralId } });
  const domain = platform.mailFrom.slice(platform.mailFrom.lastIndexOf('@') + 1);
  const { id } = await transaction.correspondence.create({
    data: {
      ...sending,
      number: earlier + 1,
      messageId: `<${randomUUID()}@${domain}>`,
      requestedById: actor.staffId,
      queuedAt: platform.now(),
    },
    select: { id: true },
  });
  await platform.queue.enqueue(transaction, sendCorrespondence, { correspondenceId: id });
  return id;
}
