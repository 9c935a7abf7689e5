import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { expect, it, onTestFinished } from 'vitest';
import { MailServerAway } from '../../src/platform/mail-failure.ts';
import type { MailerOptions } from '../../src/platform/mailer.ts';
import { certificate, certificateKey } from './localhost-certificate.ts';
import { mailerTo, sampleMail, startMailServer } from './mail-server.ts';

const ours = { cert: certificate, key: certificateKey };

/** As NODE_EXTRA_CA_CERTS does at the start of a process. */
function trustOurs(): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
}

/** Whether a message came encrypted, or why it did not come, and the names that a server was told. */
async function send(server: SMTPServerOptions, options: MailerOptions) {
  const users: string[] = [];
  const { smtpUrl, messages } = await startMailServer({
    ...server,
    allowInsecureAuth: true,
    onAuth: ({ username = '' }, _session, done) => {
      users.push(username);
      done(null, { user: username });
    },
  });
  const url = new URL(smtpUrl);
  url.username = 'handoff';
  url.password = 'secret';
  const mailer = mailerTo(url.href, options);
  const failure = await mailer.send(sampleMail).catch((error: unknown) => error);
  return { failure, users, secure: messages.map((message) => message.secure) };
}

const insecure = { disabledCommands: ['STARTTLS'] };
const sent = { failure: undefined, users: ['handoff'] };
const notSecure = { reason: 'SERVER_NOT_SECURE' };

it.each([true, false])(
  'mail goes encrypted to a server that offers it (required: %s)',
  async (requireTls) => {
    trustOurs();
    expect(await send(ours, { requireTls })).toEqual({ ...sent, secure: [true] });
    expect(await send({ ...ours, secure: true }, { requireTls })).toEqual({ ...sent, secure: [true] });
  },
);

it('neither mail nor password goes to a server that offers no encryption, where that is required', async () => {
  const { failure, ...others } = await send(insecure, { requireTls: true });
  expect(failure).toBeInstanceOf(MailServerAway);
  expect(failure).toMatchObject(notSecure);
  expect(others).toEqual({ users: [], secure: [] });
  expect(await send(insecure, { requireTls: false })).toEqual({ ...sent, secure: [false] });
});

it.each([
  ['not trusted', ours],
  ['out of date', {}],
])('nothing goes to a server whose certificate is %s, required or not', async (_what, server) => {
  for (const secure of [true, false]) {
    for (const requireTls of [true, false]) {
      const { failure, ...others } = await send({ ...server, secure }, { requireTls });
      expect(failure).toBeInstanceOf(MailServerAway);
      expect(failure).toMatchObject(notSecure);
      expect(others).toEqual({ users: [], secure: [] });
    }
  }
});
