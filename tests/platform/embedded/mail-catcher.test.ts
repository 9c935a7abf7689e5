import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../../src/platform/embedded/mail-catcher.ts';

let directory: string;
let catcher: MailCatcher;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'handoff-mail-'));
  catcher = await startMailCatcher({ directory, keep: 3 });
});
afterEach(async () => {
  await catcher.stop();
  rmSync(directory, { recursive: true });
});

async function send(message: SendMailOptions): Promise<void> {
  const transport = createTransport(catcher.smtpUrl);
  try {
    await transport.sendMail({ from: 'no-reply@handoff.example', to: 'intake@north.example', ...message });
  } finally {
    transport.close();
  }
}

/** Speaks SMTP line by line; `say` resolves with the last line of the answer. */
async function speak(): Promise<{ say: (line: string) => Promise<string>; hangUp: () => void }> {
  const socket = connect(Number(new URL(catcher.smtpUrl).port), '127.0.0.1');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value = '' } = await lines.next();
    return /^\d{3}-/.test(value) ? answer() : value;
  };
  await answer();
  return {
    say: (line) => {
      socket.write(`${line}\r\n`);
      return answer();
    },
    hangUp: () => socket.destroy(),
  };
}

async function sayEnvelope(say: (line: string) => Promise<string>): Promise<void> {
  for (const line of ['EHLO test', 'MAIL FROM:<a@north.example>', 'RCPT TO:<b@south.example>', 'DATA']) {
    expect(await say(line)).toMatch(/^[23]/);
  }
}

const stored = () => readdirSync(join(directory, 'inbox')).filter((name) => name.endsWith('.eml'));

it('decodes what it caught: addresses, subject, both parts, headers and attachments', async () => {
  const letter = Buffer.from([0, 255, 13, 10, 46, 13, 10, 128]);
  await send({
    from: 'Handoff <no-reply@handoff.example>',
    to: ['Élodie Œuvrard <elodie@valley.example>', 'intake@north.example'],
    subject: 'Référence — Kji-keptinaqɨ',
    text: 'Bonjour',
    html: '<p>Bonjour</p>',
    headers: { 'X-Handoff-Referral': 'Référence' },
    attachments: [{ filename: 'Lettre – Élodie.pdf', content: letter, contentType: 'application/pdf' }],
  });
  const [summary] = await catcher.inbox.list();
  expect(summary).toMatchObject({
    from: { name: 'Handoff', address: 'no-reply@handoff.example' },
    to: [
      { name: 'Élodie Œuvrard', address: 'elodie@valley.example' },
      { name: '', address: 'intake@north.example' },
    ],
    subject: 'Référence — Kji-keptinaqɨ',
    hasAttachments: true,
  });
  expect(Date.now() - Number(summary?.receivedAt)).toBeLessThan(10_000);
  const mail = await catcher.inbox.get(summary?.id ?? '');
  expect(mail?.text?.trim()).toBe('Bonjour');
  expect(mail?.html?.trim()).toBe('<p>Bonjour</p>');
  expect(mail?.headers).toContainEqual({ name: 'X-Handoff-Referral', value: 'Référence' });
  expect(mail?.attachments).toMatchObject([{ filename: 'Lettre – Élodie.pdf', mimeType: 'application/pdf' }]);
  expect(Buffer.from(mail?.attachments[0]?.content ?? [])).toEqual(letter);
});

it('has a message on the disk, as it was sent, before it says that it is accepted', async () => {
  const { say, hangUp } = await speak();
  await sayEnvelope(say);
  const answer = await say('Subject: Hello\r\n\r\n..a line that begins with a dot\r\n.');
  expect(stored()).toHaveLength(1);
  expect(answer).toMatch(/^250/);
  const id = stored()[0]?.replace('.eml', '') ?? '';
  expect(String(await catcher.inbox.raw(id))).toBe(
    'Subject: Hello\r\n\r\n.a line that begins with a dot\r\n',
  );
  hangUp();
});

it('refuses for the time being a message that it cannot keep', async () => {
  rmSync(join(directory, 'inbox'), { recursive: true });
  writeFileSync(join(directory, 'inbox'), '');
  await expect(send({ text: 'lost?' })).rejects.toMatchObject({ responseCode: 451 });
});

it('keeps nothing of a message that was cut off', async () => {
  const { say, hangUp } = await speak();
  await sayEnvelope(say);
  void say('Subject: Cut off\r\n\r\nhalf a line');
  hangUp();
  await send({ subject: 'Whole' });
  expect((await catcher.inbox.list()).map(({ subject }) => subject)).toEqual(['Whole']);
});

it('finds its messages again at the next start, newest first, and keeps as many as told', async () => {
  for (const subject of ['one', 'two', 'three', 'four']) await send({ subject });
  await catcher.stop();
  catcher = await startMailCatcher({ directory, keep: 3 });
  expect((await catcher.inbox.list()).map(({ subject }) => subject)).toEqual(['four', 'three', 'two']);
  expect(stored()).toHaveLength(3);
});

it('reads no file but a message of its own', async () => {
  writeFileSync(join(directory, 'outside.eml'), 'Subject: secret\r\n\r\n');
  writeFileSync(join(directory, 'inbox', 'note.eml'), 'Subject: secret\r\n\r\n');
  for (const id of ['../outside', 'note', '', '..', '20260101T000000000Z-0123456789ab', '../inbox/note']) {
    expect(await catcher.inbox.get(id)).toBeNull();
    expect(await catcher.inbox.raw(id)).toBeNull();
  }
  expect(await catcher.inbox.list()).toEqual([]);
});
