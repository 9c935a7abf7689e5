import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { type Mail, MailDeferred, type Mailer, MailRefused, openMailer } from '../../src/platform/mailer.ts';
import { startMailbox } from '../support/mailbox.ts';

const mail: Mail = {
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

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function mailerTo(smtpUrl: string): Mailer {
  const mailer = openMailer(smtpUrl);
  undo.push(mailer.close);
  return mailer;
}

/** A mail server that answers as told. */
async function startServer(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const reply = (responseCode: number) =>
  Object.assign(new Error('no, intake@harbour.example'), { responseCode });

it('[R21] hands over subject, texts, attachment and headers as they are', async () => {
  const mailbox = await startMailbox();
  undo.push(mailbox.stop);
  await mailerTo(mailbox.smtpUrl).send(mail);
  const [received] = mailbox.messages;
  expect(received).toMatchObject({
    envelope: { from: mail.from.address, to: [mail.to] },
    from: mail.from,
    to: [{ address: mail.to }],
    messageId: mail.messageId,
    subject: mail.subject,
  });
  expect(received?.text?.trim()).toBe(mail.text);
  expect(received?.html?.trim()).toBe(mail.html);
  const header = (key: string) => received?.headers.find((one) => one.key === key)?.value;
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(header('content-language')).toBe('fr-CA');
  const [attachment] = received?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: 'lettre.pdf', mimeType: 'application/pdf' });
  expect(new Uint8Array(attachment?.content as ArrayBuffer)).toEqual(mail.attachment.content);
});

it('[R21] writes to one address, whatever it looks like', async () => {
  const mailbox = await startMailbox();
  undo.push(mailbox.stop);
  const mailer = mailerTo(mailbox.smtpUrl);
  await mailer.send({ ...mail, to: 'a@harbour.example, b@harbour.example' }).catch(() => undefined);
  await mailer.send({ ...mail, to: 'Two <c@harbour.example>' }).catch(() => undefined);
  for (const { envelope } of mailbox.messages) expect(envelope.to).toHaveLength(1);
});

it.each([
  ['the recipient', { onRcptTo: (_address, _session, done) => done(reply(550)) }, 550],
  [
    'the message',
    { onData: (stream, _session, done) => void stream.resume().on('end', () => done(reply(554))) },
    554,
  ],
] satisfies [string, SMTPServerOptions, number][])(
  '[D2] is refused for good when the server refuses %s, in words without an address',
  async (_what, options, replyCode) => {
    const failure = await mailerTo(await startServer(options))
      .send(mail)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MailRefused);
    expect(failure).toMatchObject({ replyCode, message: 'the mail server refused the message' });
  },
);

it('[D2] is deferred when the server asks for a later try', async () => {
  const url = await startServer({ onRcptTo: (_address, _session, done) => done(reply(451)) });
  const failure = await mailerTo(url)
    .send(mail)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailDeferred);
  expect(failure).toMatchObject({ replyCode: 451, message: 'the mail server asked to try again later' });
});

it('[D2] is deferred when there is no server', async () => {
  const mailbox = await startMailbox();
  const mailer = mailerTo(mailbox.smtpUrl);
  await mailbox.stop();
  const failure = await mailer.send(mail).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailDeferred);
  expect(failure).toMatchObject({ replyCode: null, message: 'the mail server could not be reached' });
});

it('signs in where the URL has a user, with its special characters', async () => {
  const seen: unknown[] = [];
  const url = new URL(
    await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push({ username, password });
        done(null, { user: username });
      },
      onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
    }),
  );
  url.username = encodeURIComponent('hand@off');
  url.password = encodeURIComponent('p:a/s%s');
  await mailerTo(url.href).send(mail);
  expect(seen).toEqual([{ username: 'hand@off', password: 'p:a/s%s' }]);
});
