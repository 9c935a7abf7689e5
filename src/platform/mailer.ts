import { createTransport } from 'nodemailer';
import type { DkimKey } from './dkim-key.ts';

import { mailFailure } from './mail-failure.ts';
import { subjectHeader } from './subject-header.ts';

/** A message ready to go out. */
export type Mail = {
  from: { name: string; address: string };
  to: string;
  messageId: string;
  language: string;
  subject: string;
  html: string;
  text: string;
  attachment: { fileName: string; mediaType: string; content: Uint8Array };
};

/** Sends mail over SMTP. */
export type Mailer = {
  /**
   * Resolves once the server has accepted the message.
   * @param signal breaks it off; without one, a minute does.
   * @throws MailRefused when it will never accept it, MailDeferred when it may later on, MailServerAway while it takes none.
   */
  send(mail: Mail, signal?: AbortSignal): Promise<void>;
  /** Whether the server lets this process in. */
  reachable(): Promise<boolean>;
  close(): void;
};

/** How mail goes out, besides where to. */
export type MailerOptions = {
  /** Signs each message; without one they go out unsigned. */
  dkim?: DkimKey | null;
  /** Whether nothing goes to the server unencrypted; else it is encrypted where the server offers STARTTLS. */
  requireTls?: boolean;
};

/** What a signature covers of the header: what a reader sees, and what decides how it is shown. */
const signedFields =
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Language:Auto-Submitted:X-Auto-Response-Suppress';

/**
 * Opens one SMTP connection at the first message, and keeps it for those that follow. A certificate that cannot be trusted
 * ends it, whatever the options say.
 * @param smtpUrl smtp:// or smtps://, with user and password where the server wants them.
 */
export function openMailer(smtpUrl: string, { dkim = null, requireTls = false }: MailerOptions = {}): Mailer {
  const { hostname, port, protocol, username, password } = new URL(smtpUrl);
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    // Only before a byte of the message has gone, so it cannot go twice: the server may have closed a connection kept too long.
    maxRequeues: 1,
    host: hostname,
    port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: requireTls,
    ...(dkim === null
      ? {}
      : {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
            headerFieldNames: signedFields,
          },
        }),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // A mail server may look a message over before it replies; longer would be cut short by the signal.
    socketTimeout: 45_000,
  });
  /** What is sent with these signals has come past sign-in: the server has seen the message, or its envelope. */
  const handedOver = new WeakSet<AbortSignal>();
  transport.use('stream', ({ data, message }, done) => {
    const read = message.createReadStream.bind(message);
    message.createReadStream = (...options) => {
      if (data.signal) handedOver.add(data.signal);
      return read(...options);
    };
    done();
  });
  return {
    async send(mail, signal = AbortSignal.timeout(60_000)) {
      try {
        await transport.sendMail({
          from: mail.from,
          to: { name: '', address: mail.to },
          messageId: mail.messageId,
          html: mail.html,
          text: mail.text,
          headers: {
            Subject: subjectHeader(mail.subject),
            'Auto-Submitted': 'auto-generated',
            'Content-Language': mail.language,
            // Exchange does not heed Auto-Submitted.
            'X-Auto-Response-Suppress': 'OOF, AutoReply',
          },
          attachments: [
            {
              filename: mail.attachment.fileName,
              contentType: mail.attachment.mediaType,
              content: Buffer.from(mail.attachment.content),
            },
          ],
          disableFileAccess: true,
          disableUrlAccess: true,
          signal,
        });
      } catch (error) {
        throw mailFailure(error, handedOver.has(signal));
      }
    },
    reachable: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => transport.close(),
  };
}
