import { createTransport } from 'nodemailer';

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
   * @throws MailRefused when it will never accept it, MailDeferred when it may later on.
   */
  send(mail: Mail): Promise<void>;
  close(): void;
};

/** The mail did not go out. The reason is a reply code and a fixed phrase: servers repeat addresses in their replies. */
abstract class MailFailed extends Error {
  readonly replyCode: number | null;
  constructor(replyCode: number | null, reason: string) {
    super(reason);
    this.replyCode = replyCode;
  }
}

/** The server refused the message for good (D2). */
export class MailRefused extends MailFailed {
  override readonly name = 'MailRefused';
}

/** The message could not be handed over now; a later try may succeed (D2). */
export class MailDeferred extends MailFailed {
  override readonly name = 'MailDeferred';
}

/**
 * Opens a pool of SMTP connections.
 * @param smtpUrl smtp:// or smtps://, with user and password where the server wants them.
 */
export function openMailer(smtpUrl: string): Mailer {
  const { hostname, port, protocol, username, password } = new URL(smtpUrl);
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
    secure: protocol === 'smtps:',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          from: mail.from,
          to: { name: '', address: mail.to },
          messageId: mail.messageId,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
          attachments: [
            {
              filename: mail.attachment.fileName,
              contentType: mail.attachment.mediaType,
              content: Buffer.from(mail.attachment.content),
            },
          ],
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw mailFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

function mailFailure(error: unknown): MailFailed {
  const replyCode =
    error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
      ? error.responseCode
      : null;
  if (replyCode !== null && replyCode >= 500) {
    return new MailRefused(replyCode, 'the mail server refused the message');
  }
  return new MailDeferred(
    replyCode,
    replyCode === null ? 'the mail server could not be reached' : 'the mail server asked to try again later',
  );
}
