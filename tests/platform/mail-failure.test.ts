import { afterEach, describe, expect, it } from 'vitest';
import { MailDeferred, MailRefused, MailServerAway } from '../../src/platform/mail-failure.ts';
import { type Mailer, openMailer } from '../../src/platform/mailer.ts';
import { type ScriptedServer, type Stage, startScriptedServer, type Turn } from '../support/scripted-smtp.ts';

const mail = {
  from: { name: 'North Shore', address: 'no-reply@handoff.example' },
  to: 'intake@harbour.example',
  messageId: '<7f1c@handoff.example>',
  language: 'en-CA',
  subject: 'Client Referral',
  html: '<p>Attached, the letter.</p>',
  text: 'Attached, the letter.',
  attachment: { fileName: 'letter.pdf', mediaType: 'application/pdf', content: Uint8Array.of(1, 2, 3) },
};

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function serverWith(
  script: Partial<Record<Stage, Turn>>,
): Promise<{ server: ScriptedServer; mailer: Mailer }> {
  const server = await startScriptedServer(script);
  const mailer = openMailer(server.smtpUrl);
  undo.push(server.stop, mailer.close);
  return { server, mailer };
}

const failureOf = async (mailer: Mailer, patience = 5_000) =>
  await mailer.send(mail, AbortSignal.timeout(patience)).then(
    () => 'accepted',
    (error: unknown) => error,
  );

/** What the server says repeats the address; what is kept of it must not. */
const says = (code: number): Turn => `${code} no, intake@harbour.example`;

describe('[D2] where the server takes no message at all, the fault is not this one’s: none fails for it', () => {
  it.each<[Stage, Turn, object]>([
    ['GREETING', 'hang up', { reason: 'SERVER_UNREACHABLE', replyCode: null }],
    ['GREETING', says(421), { reason: 'SERVER_CLOSED', replyCode: 421 }],
    ['GREETING', says(554), { reason: 'SERVER_CLOSED', replyCode: 554 }],
    ['EHLO', 'hang up', { reason: 'SERVER_UNREACHABLE', replyCode: null }],
    ['EHLO', says(421), { reason: 'SERVER_CLOSED', replyCode: 421 }],
    ['AUTH', 'hang up', { reason: 'SERVER_UNREACHABLE', replyCode: null }],
    ['AUTH', says(421), { reason: 'SERVER_CLOSED', replyCode: 421 }],
    ['AUTH', says(454), { reason: 'SERVER_CLOSED', replyCode: 454 }],
    ['AUTH', says(530), { reason: 'SERVER_CLOSED', replyCode: 530 }],
    ['AUTH', says(535), { reason: 'SERVER_CLOSED', replyCode: 535 }],
  ])('%s: %s', async (stage, turn, expected) => {
    const { mailer } = await serverWith({ [stage]: turn });
    const failure = await failureOf(mailer);
    expect(failure).toBeInstanceOf(MailServerAway);
    expect(failure).toMatchObject(expected);
    expect(await mailer.reachable()).toBe(false);
  });

  it('EHLO and HELO: 502 to both', async () => {
    const { mailer } = await serverWith({ EHLO: says(502), HELO: says(502) });
    expect(await failureOf(mailer)).toMatchObject({ name: 'MailServerAway', replyCode: 502 });
  });

  it('nobody listens', async () => {
    const { server, mailer } = await serverWith({});
    expect(await mailer.reachable()).toBe(true);
    await server.stop();
    undo.shift();
    expect(await failureOf(mailer)).toMatchObject({ name: 'MailServerAway', reason: 'SERVER_UNREACHABLE' });
    expect(await mailer.reachable()).toBe(false);
  });
});

describe('[D2] what may be different later is deferred', () => {
  it.each<[Stage, Turn, object]>([
    ['MAIL', says(421), { reason: 'TRY_LATER', replyCode: 421 }],
    ['MAIL', says(452), { reason: 'TRY_LATER', replyCode: 452 }],
    ['MAIL', says(530), { reason: 'SENDER_REFUSED', replyCode: 530 }],
    ['MAIL', says(550), { reason: 'SENDER_REFUSED', replyCode: 550 }],
    ['MAIL', 'hang up', { reason: 'BROKEN_OFF', replyCode: null }],
    ['RCPT', says(421), { reason: 'TRY_LATER', replyCode: 421 }],
    ['RCPT', says(450), { reason: 'TRY_LATER', replyCode: 450 }],
    ['RCPT', says(452), { reason: 'TRY_LATER', replyCode: 452 }],
    ['RCPT', says(530), { reason: 'SENDER_REFUSED', replyCode: 530 }],
    ['RCPT', says(503), { reason: 'SENDER_REFUSED', replyCode: 503 }],
    ['RCPT', 'hang up', { reason: 'BROKEN_OFF', replyCode: null }],
    ['DATA', says(451), { reason: 'TRY_LATER', replyCode: 451 }],
    ['DATA', 'hang up', { reason: 'BROKEN_OFF', replyCode: null }],
    ['END', says(421), { reason: 'TRY_LATER', replyCode: 421 }],
    ['END', says(452), { reason: 'TRY_LATER', replyCode: 452 }],
    ['END', 'hang up', { reason: 'BROKEN_OFF', replyCode: null }],
  ])('%s: %s', async (stage, turn, expected) => {
    const { server, mailer } = await serverWith({ [stage]: turn });
    const failure = await failureOf(mailer);
    expect(failure).toBeInstanceOf(MailDeferred);
    expect(failure).toMatchObject(expected);
    expect(server.heard.filter((heard) => heard === 'END').length).toBeLessThanOrEqual(1);
  });

  it.each<Stage>(['MAIL', 'RCPT', 'DATA', 'END'])('%s: no reply in time', async (stage) => {
    const { server, mailer } = await serverWith({ [stage]: 'silence' });
    const failure = await failureOf(mailer, 400);
    expect(failure).toBeInstanceOf(MailDeferred);
    expect(failure).toMatchObject({ reason: 'BROKEN_OFF', replyCode: null });
    expect(server.heard).toContain(stage);
  });
});

describe('[D2] what the server refuses of this message, or of its address, is refused for good', () => {
  it.each<[Stage, Turn, object]>([
    ['MAIL', says(552), { reason: 'MESSAGE_REFUSED', replyCode: 552 }],
    ['RCPT', says(550), { reason: 'ADDRESS_REFUSED', replyCode: 550 }],
    ['RCPT', says(552), { reason: 'ADDRESS_REFUSED', replyCode: 552 }],
    ['RCPT', says(553), { reason: 'ADDRESS_REFUSED', replyCode: 553 }],
    ['RCPT', says(554), { reason: 'ADDRESS_REFUSED', replyCode: 554 }],
    ['DATA', says(554), { reason: 'MESSAGE_REFUSED', replyCode: 554 }],
    ['END', says(550), { reason: 'MESSAGE_REFUSED', replyCode: 550 }],
    ['END', says(552), { reason: 'MESSAGE_REFUSED', replyCode: 552 }],
    ['END', says(554), { reason: 'MESSAGE_REFUSED', replyCode: 554 }],
  ])('%s: %s', async (stage, turn, expected) => {
    const { mailer } = await serverWith({ [stage]: turn });
    const failure = await failureOf(mailer);
    expect(failure).toBeInstanceOf(MailRefused);
    expect(failure).toMatchObject(expected);
    expect(String(failure)).not.toContain('harbour');
  });
});

it('[R19] sends what follows over the same connection, and over a new one where the server closed it meanwhile', async () => {
  const { server, mailer } = await serverWith({});
  expect(await failureOf(mailer)).toBe('accepted');
  expect(await failureOf(mailer)).toBe('accepted');
  expect(server.heard.filter((stage) => stage === 'GREETING')).toHaveLength(1);
  server.hangUp();
  expect(await failureOf(mailer)).toBe('accepted');
  expect(server.heard.filter((stage) => stage === 'END')).toHaveLength(3);
});
