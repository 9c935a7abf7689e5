import { setTimeout as sleep } from 'node:timers/promises';
import { renderReferralEmail } from '../documents/email/render-referral-email.ts';
import { letterFileName } from '../documents/letter/letter-file-name.ts';
import { beginDelivery, type Delivery } from '../domain/correspondence/begin-delivery.ts';
import { longestSend } from '../domain/correspondence/delivery-times.ts';
import { submittedLetter } from '../domain/correspondence/letter-pdf.ts';
import { type AttemptFailure, recordFailure } from '../domain/correspondence/record-failure.ts';
import { recordSent } from '../domain/correspondence/record-sent.ts';
import { MailFailed, MailRefused, MailServerAway } from '../platform/mail-failure.ts';
import type { Mailer } from '../platform/mailer.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Platform } from '../platform/platform.ts';
import { NeedAway, TryAgain } from '../platform/queue.ts';

/** What this job needs besides the platform. */
export type Outgoing = { mailer: Mailer; metrics: Metrics };

/**
 * Sends one correspondence: load, render, send, record (R19, R21). May run twice, also at once: what has been sent or is
 * being sent is not sent again, and a message repeated after a crash bears the same Message-ID.
 * @throws TryAgain when it is not time yet, or the server asked for a later try (D2); NeedAway while the mail server takes
 * nothing from anybody.
 */
export async function sendCorrespondence(
  platform: Platform,
  { mailer, metrics }: Outgoing,
  { correspondenceId }: { correspondenceId: string },
): Promise<void> {
  const delivery = await beginDelivery(platform, correspondenceId);
  if (delivery === null) return;

  const signal = AbortSignal.timeout(longestSend);
  try {
    await makeAndSend(platform, mailer, delivery, signal);
  } catch (error) {
    const next = await recordFailure(platform, delivery, describeFailure(error));
    if (next === null) return;
    throw error instanceof MailServerAway
      ? new NeedAway({ cause: error })
      : new TryAgain(next, { cause: error });
  }
  const seconds = await persistently(() => recordSent(platform, delivery));
  if (seconds !== null) metrics.submittedToEmailed.observe(seconds);
}

async function makeAndSend(
  platform: Platform,
  mailer: Mailer,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const language = delivery.language === 'FR' ? 'fr' : 'en';
  const { pdf } = await submittedLetter(platform, delivery.referralId);
  const fileName = letterFileName(language);
  const email = await renderReferralEmail({
    language,
    subject: delivery.emailSubject,
    content: delivery.emailContent,
    sender: delivery.sender,
    letterFileName: fileName,
  });
  const mail = {
    ...email,
    from: { name: delivery.sender.name, address: platform.mailFrom },
    to: delivery.emailTo,
    messageId: delivery.messageId,
    language: `${language}-CA`,
    attachment: { fileName, mediaType: 'application/pdf', content: pdf },
  };
  await mailer.send(mail, signal);
}

/** What goes on record: a bug's own message may hold client data, so it is left out. */
function describeFailure(error: unknown): AttemptFailure {
  if (!(error instanceof MailFailed)) return { replyCode: null, reason: 'NOT_MADE', permanent: false };
  const { replyCode, reason } = error;
  return { replyCode, reason, permanent: error instanceof MailRefused };
}

/** In milliseconds; together, with the statements' own limits, well within what is left of the longest attempt. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000];

/** What the server has accepted is mailed again unless it gets on record: a database that is away for a moment is waited for. */
async function persistently<Result>(record: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await record();
    } catch {
      await sleep(pause);
    }
  }
  return await record();
}
