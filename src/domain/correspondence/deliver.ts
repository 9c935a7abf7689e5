import type { Language } from '../../generated/prisma/enums.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { addressLines } from './letter-content.ts';
import { mostAttempts } from './queue-correspondence.ts';

/** What a worker needs to send one correspondence. */
export type Delivery = {
  correspondenceId: string;
  attemptId: string;
  /** Whether no further attempt follows this one. */
  last: boolean;
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
 * @returns null where it has been sent or has failed for good already, so that a job that runs twice mails once.
 */
export async function beginDelivery(platform: Platform, correspondenceId: string): Promise<Delivery | null> {
  return await platform.database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Correspondence" WHERE id = ${correspondenceId}::uuid FOR UPDATE`;
    const correspondence = await transaction.correspondence.findFirst({
      where: { id: correspondenceId, status: 'QUEUED' },
      include: {
        referral: { include: { sendingOrganization: true } },
        _count: { select: { attempts: true } },
      },
    });
    if (correspondence === null) return null;
    const number = correspondence._count.attempts + 1;
    const attempt = await transaction.correspondenceAttempt.create({
      data: { correspondenceId, number, startedAt: platform.now() },
      select: { id: true },
    });
    const { referral } = correspondence;
    const sender = referral.sendingOrganization;
    return {
      correspondenceId,
      attemptId: attempt.id,
      last: number >= mostAttempts,
      referralId: referral.id,
      caseId: referral.caseId,
      emailTo: correspondence.emailTo,
      messageId: correspondence.messageId,
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

/**
 * Records that the mail server accepted the message: the correspondence is sent and its referral becomes Emailed (R19).
 * @returns seconds from submit until now, or null where the referral was Emailed before (a resend).
 */
export async function recordSent(platform: Platform, delivery: Delivery): Promise<number | null> {
  const now = platform.now();
  return await platform.database.$transaction(async (transaction) => {
    await transaction.correspondenceAttempt.update({
      where: { id: delivery.attemptId },
      data: { finishedAt: now, outcome: 'ACCEPTED' },
    });
    await transaction.correspondence.updateMany({
      where: { id: delivery.correspondenceId, status: 'QUEUED' },
      data: { status: 'SENT', sentAt: now },
    });
    const { count } = await transaction.referral.updateMany({
      where: { id: delivery.referralId, status: 'SUBMITTED' },
      data: { status: 'EMAILED', emailedAt: now },
    });
    if (count === 0) return null;
    await publish(transaction, {
      topic: 'referralStatus',
      referralId: delivery.referralId,
      caseId: delivery.caseId,
    });
    const { submittedAt } = await transaction.referral.findUniqueOrThrow({
      where: { id: delivery.referralId },
      select: { submittedAt: true },
    });
    return submittedAt === null ? null : (now.getTime() - submittedAt.getTime()) / 1000;
  });
}

/** Why an attempt did not succeed: the server's reply code, where it gave one, and a phrase without addresses. */
export type AttemptFailure = { replyCode: number | null; reason: string; permanent: boolean };

/** Records an attempt that did not succeed; a permanent or the last one ends the correspondence as Failed, with the reason (D2). */
export async function recordFailure(
  platform: Platform,
  delivery: Delivery,
  failure: AttemptFailure,
): Promise<void> {
  const now = platform.now();
  const { replyCode, reason, permanent } = failure;
  await platform.database.$transaction(async (transaction) => {
    await transaction.correspondenceAttempt.update({
      where: { id: delivery.attemptId },
      data: { finishedAt: now, outcome: permanent ? 'REFUSED' : 'DEFERRED', replyCode, reason },
    });
    if (!permanent && !delivery.last) return;
    await transaction.correspondence.updateMany({
      where: { id: delivery.correspondenceId, status: 'QUEUED' },
      data: { status: 'FAILED', failedAt: now, failureReason: reason },
    });
    await publish(transaction, {
      topic: 'referralStatus',
      referralId: delivery.referralId,
      caseId: delivery.caseId,
    });
  });
}
