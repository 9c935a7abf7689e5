import PostalMime from 'postal-mime';
import { expect, it, onTestFinished } from 'vitest';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { sampleMail as mail, mailerTo, startMailServer } from './mail-server.ts';

async function newMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox();
  onTestFinished(mailbox.stop);
  return mailbox;
}

it('[R21] hands over subject, texts, attachment and headers as they are', async () => {
  const mailbox = await newMailbox();
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
  expect(header('x-auto-response-suppress')).toBe('OOF, AutoReply');
  expect(received?.replyTo).toBeUndefined();
  const [attachment] = received?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: 'lettre.pdf', mimeType: 'application/pdf' });
  expect(new Uint8Array(attachment?.content as ArrayBuffer)).toEqual(mail.attachment.content);
});

it('[R21] writes to one address, whatever it looks like', async () => {
  const mailbox = await newMailbox();
  const mailer = mailerTo(mailbox.smtpUrl);
  await mailer.send({ ...mail, to: 'a@harbour.example, b@harbour.example' }).catch(() => undefined);
  await mailer.send({ ...mail, to: 'Two <c@harbour.example>' }).catch(() => undefined);
  for (const { envelope } of mailbox.messages) expect(envelope.to).toHaveLength(1);
});

it('signs in where the URL has a user, with its special characters', async () => {
  const seen: unknown[] = [];
  const { smtpUrl } = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      seen.push({ username, password });
      done(null, { user: username });
    },
  });
  const url = new URL(smtpUrl);
  url.username = encodeURIComponent('hand@off');
  url.password = encodeURIComponent('p:a/s%s');
  await mailerTo(url.href).send(mail);
  expect(seen).toEqual([{ username: 'hand@off', password: 'p:a/s%s' }]);
});

it('[R21] is made of a text, the same as HTML, and the attachment, dated, in lines that every server takes', async () => {
  const { smtpUrl, messages } = await startMailServer({ disabledCommands: ['STARTTLS'] });
  const long = `${'é'.repeat(2_000)} ${'x'.repeat(2_000)}`;
  const attachment = { ...mail.attachment, fileName: 'lettre « Élodie ».pdf' };
  await mailerTo(smtpUrl).send({ ...mail, subject: `🚌 ${long}`, text: long, html: long, attachment });
  const source = messages[0]?.source.toString('latin1') ?? '';
  expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(source).not.toMatch(/[^\r]\n|[\x80-\xff]/);
  expect([...source.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type)).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'application/pdf',
  ]);
  const read = await PostalMime.parse(source);
  expect(Math.abs(Date.now() - Date.parse(read.date ?? ''))).toBeLessThan(60_000);
  expect(read).toMatchObject({ subject: `🚌 ${long}`, attachments: [{ filename: attachment.fileName }] });
  expect([read.text?.trim(), read.html?.trim()]).toEqual([long, long]);
});

it('writes to a domain with accents by the name that every server knows it by', async () => {
  const { smtpUrl, messages } = await startMailServer({ disabledCommands: ['STARTTLS'], hideSMTPUTF8: true });
  await mailerTo(smtpUrl).send({ ...mail, to: 'intake@café.example' });
  expect(messages[0]?.source.toString('latin1')).toContain('\r\nTo: intake@xn--caf-dma.example\r\n');
});
