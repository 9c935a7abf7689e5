import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { expect, it } from 'vitest';
import { mailerTo, type RawMail, sampleMail, startMailServer } from './mail-server.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'handoff.example',
  selector: 'handoff1',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** What a receiver finds of the signatures, who asks DNS for the key. */
async function verify(source: Buffer) {
  const asked: string[] = [];
  const { results } = await dkimVerify(source, {
    strict: true,
    resolver: async (name, type) => {
      asked.push(`${type} ${name}`);
      return [[`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`]];
    },
  });
  return { asked, results };
}

async function sent(mails = [sampleMail], options: Parameters<typeof mailerTo>[1] = { dkim }) {
  const { smtpUrl, messages } = await startMailServer({ disabledCommands: ['STARTTLS'] });
  const mailer = mailerTo(smtpUrl, options);
  for (const mail of mails) await mailer.send(mail);
  return messages;
}

it('[R21] signs what it sends, so that a receiver can tell that it comes from MAIL_FROM’s domain', async () => {
  const [message] = (await sent()) as [RawMail];
  const { asked, results } = await verify(message.source);
  expect(asked).toEqual(['TXT handoff1._domainkey.handoff.example']);
  expect(results).toMatchObject([
    { status: { result: 'pass', aligned: 'handoff.example' }, signingDomain: 'handoff.example' },
  ]);
});

it('[R21] signs each message that goes over one connection, whatever is in it', async () => {
  const hostile = { ...sampleMail, subject: '  a  b\t', text: `${' '.repeat(3)}\n\n.\nFrom me \n`, html: '' };
  const bulky = {
    ...sampleMail,
    attachment: { ...sampleMail.attachment, content: new Uint8Array(3_000_000) },
  };
  for (const { source } of await sent([sampleMail, hostile, bulky, sampleMail])) {
    expect((await verify(source)).results).toMatchObject([{ status: { result: 'pass' } }]);
  }
});

it.each([
  ['the sender', /^From: .*$/m, 'From: Somebody <no-reply@handoff.example>'],
  ['the subject', /^Subject: .*$/m, 'Subject: Another'],
  ['the recipient', /^To: .*$/m, 'To: other@harbour.example'],
  ['the Message-ID', /^Message-ID: .*$/m, 'Message-ID: <8f@handoff.example>'],
  ['the date', /^Date: .*$/m, 'Date: Thu, 01 Jan 2026 00:00:00 +0000'],
  ['that nobody wrote it', /^Auto-Submitted: .*$/m, 'Auto-Submitted: no'],
  ['the content', /la lettre/, 'la facture'],
])('[R21] a signature no longer holds once somebody has changed %s', async (_what, part, other) => {
  const [message] = (await sent()) as [RawMail];
  const changed = message.source.toString('latin1').replace(part, other);
  expect(changed).not.toBe(message.source.toString('latin1'));
  const { results } = await verify(Buffer.from(changed, 'latin1'));
  expect(results[0]?.status.result).not.toBe('pass');
});

it('sends without a signature where no key is set', async () => {
  const [message] = (await sent([sampleMail], {})) as [RawMail];
  expect(message.source.toString('latin1')).not.toContain('DKIM');
});
