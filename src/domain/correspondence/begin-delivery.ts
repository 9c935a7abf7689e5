import type { Language } from '../../generated/prisma/enums.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { TryAgain } from '../../platform/queue.ts';
import { longestAttempt } from './delivery-times.ts';
import { addressLines } from './letter-content.ts';
import { isCalledOff, stopped } from './stop-sendings.ts';

/** What a worker needs to send one correspondence. */
export type Delivery = {
  correspondenceId: string;
  attemptId: string;
  /** Counted from 1 in each correspondence. */
  attemptNumber: number;
  referralId: string;
  caseId: string;
  emailTo: string;
  messageId: string;
  language: Language;
  emailSubject: string;
  emailContent: string;
  sender: { name: string; phone: string; email: string; addressLines: string[] };
};

/**
 * Begins an attempt at a sending that is still to be done.
 * @returns null where it has been sent or has failed for good already, so that a job that runs twice mails once; also where
 * its referral has been called off: then it is stopped.
 * @throws TryAgain while another attempt may be running; if its process was killed, it stays on record without an end.
 */
export async function beginDelivery(platform: Platform, correspondenceId: string): Promise<Delivery | null> {
  return await platform.database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Correspondence" WHERE id = ${correspondenceId}::uuid FOR UPDATE`;
    const correspondence = await transaction.correspondence.findFirst({
      where: { id: correspondenceId, status: 'QUEUED' },
      include: {
        referral: { include: { sendingOrganization: true, access: true } },
        attempts: { orderBy: { number: 'desc' }, take: 1 },
      },
    });
    if (correspondence === null) return null;
    const [latest] = correspondence.attempts;
    const now = platform.now();
    if (latest?.finishedAt === null) {
      const over = new Date(latest.startedAt.getTime() + longestAttempt);
      if (over > now) throw new TryAgain(over);
    }
    if (isCalledOff(correspondence.referral.access)) {
      await transaction.correspondence.update({
        where: { id: correspondenceId },
        data: { status: 'FAILED', failedAt: now, failureReason: stopped },
      });
      const { id: referralId, caseId } = correspondence.referral;
      await publish(transaction, { topic: 'referralStatus', referralId, caseId });
      return null;
    }
    const attempt = await transaction.correspondenceAttempt.create({
      data: { correspondenceId, number: (latest?.number ?? 0) + 1, startedAt: now },
      select: { id: true, number: true },
    });
    const { referral, emailTo, messageId } = correspondence;
    const sender = referral.sendingOrganization;
    return {
      correspondenceId,
      attemptId: attempt.id,
      attemptNumber: attempt.number,
      referralId: referral.id,
      caseId: referral.caseId,
      emailTo,
      messageId,
      language: referral.language,
      emailSubject: referral.emailSubject ?? '',
      emailContent: referral.emailContent ?? '',
      sender: {
        name: sender.name,
        phone: sender.phone,
        email: sender.generalContactEmail,
        addressLines: addressLines(sender),
      },
    };
  });
}
