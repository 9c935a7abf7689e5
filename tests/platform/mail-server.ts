import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { type Mail, type Mailer, type MailerOptions, openMailer } from '../../src/platform/mailer.ts';

/** A message with something of each kind in it: accents, a name to be quoted, a line with a dot alone. */
export const sampleMail: Mail = {
  from: { name: 'Bureau de l’emploi “Nord”', address: 'no-reply@handoff.example' },
  to: 'intake@harbour.example',
  messageId: '<7f1c@handoff.example>',
  language: 'fr-CA',
  subject: 'Aiguillage de clientèle – Kɨtpu',
  html: '<p>Ci-jointe, la lettre.</p>',
  text: 'Ci-jointe, la lettre.\n.\nUn point seul.',
  attachment: {
    fileName: 'lettre.pdf',
    mediaType: 'application/pdf',
    content: Uint8Array.of(0, 13, 10, 255),
  },
};

/** A mailer that is closed when the test has finished. */
export function mailerTo(smtpUrl: string, options?: MailerOptions): Mailer {
  const mailer = openMailer(smtpUrl, options);
  onTestFinished(mailer.close);
  return mailer;
}

/** A message as it came over the wire, and whether it came encrypted. */
export type RawMail = { source: Buffer; secure: boolean };

/**
 * A mail server on loopback that answers as told, accepts everything where nothing is said, and is stopped when the test has
 * finished.
 */
export async function startMailServer(
  options: SMTPServerOptions,
): Promise<{ smtpUrl: string; messages: RawMail[] }> {
  const messages: RawMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 1_000,
    onData(stream, { secure }, answer) {
      buffer(stream).then((source) => {
        messages.push({ source, secure });
        answer();
      }, answer);
    },
    ...options,
  });
  // A client that is not content hangs up; that is its affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { smtpUrl: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`, messages };
}
