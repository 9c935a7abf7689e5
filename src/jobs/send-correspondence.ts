import { renderReferralEmail } from '../documents/email/render-referral-email.ts';
import { letterFileName } from '../documents/letter/letter-file-name.ts';
import { beginDelivery, type Delivery, recordFailure, recordSent } from '../domain/correspondence/deliver.ts';
import { submittedLetter } from '../domain/correspondence/letter-pdf.ts';
import { MailDeferred, type Mailer, MailRefused } from '../platform/mailer.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Platform } from '../platform/platform.ts';

/** What this job needs besides the platform. */
export type Outgoing = { mailer: Mailer; metrics: Metrics };

/**
 * Sends one correspondence: load, render, send, record (R19, R21). May run twice: what has been sent is not sent again, and
 * a message repeated after a crash bears the same Message-ID.
 * @throws whatever went wrong but a refusal for good, so that the queue tries again later (D2).
 */
export async function sendCorrespondence(
  platform: Platform,
  { mailer, metrics }: Outgoing,
  { correspondenceId }: { correspondenceId: string },
): Promise<void> {
  const delivery = await beginDelivery(platform, correspondenceId);
  if (delivery === null) return;

  try {
    await makeAndSend(platform, mailer, delivery);
  } catch (error) {
    const permanent = error instanceof MailRefused;
    await recordFailure(platform, delivery, { ...describeFailure(error), permanent });
    if (permanent) return;
    throw error;
  }
  const seconds = await recordSent(platform, delivery);
  if (seconds !== null) metrics.submittedToEmailed.observe(seconds);
}

async function makeAndSend(platform: Platform, mailer: Mailer, delivery: Delivery): Promise<void> {
  const language = delivery.language === 'FR' ? 'fr' : 'en';
  const { pdf } = await submittedLetter(platform.database, delivery.referralId);
  const fileName = letterFileName(language);
  const email = await renderReferralEmail({
    language,
    subject: delivery.emailSubject,
    content: delivery.emailContent,
    sender: delivery.sender,
    letterFileName: fileName,
  });
  await mailer.send({
    ...email,
    from: { name: delivery.sender.name, address: platform.mailFrom },
    to: delivery.emailTo,
    messageId: delivery.messageId,
    language: `${language}-CA`,
    attachment: { fileName, mediaType: 'application/pdf', content: pdf },
  });
}

/** What goes on record: a bug's own message may hold client data, so it is left out. */
function describeFailure(error: unknown): { replyCode: number | null; reason: string } {
  return error instanceof MailRefused || error instanceof MailDeferred
    ? { replyCode: error.replyCode, reason: error.message }
    : { replyCode: null, reason: 'the letter or the email could not be made' };
}
