import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ReferralEmail,
  renderReferralEmail,
} from '../../../src/documents/email/render-referral-email.ts';
import { type Mailer, openMailer } from '../../../src/platform/mailer.ts';
import { type Mailbox, type ReceivedMail, startMailbox } from '../../support/mailbox.ts';
import { readHtml } from './read-html.ts';

let mailbox: Mailbox;
let mailer: Mailer;
beforeAll(async () => {
  mailbox = await startMailbox();
  mailer = openMailer(mailbox.smtpUrl);
});
afterAll(async () => {
  mailer.close();
  await mailbox.stop();
});

const letterFileName = 'referral-letter.pdf';
const sender = { name: 'North Shore', phone: null, email: 'info@north.example', addressLines: [] };

/** Sends what was entered as it is sent, and reads what came. */
async function receive(entered: Partial<ReferralEmail>): Promise<ReceivedMail> {
  const email = await renderReferralEmail({
    language: 'en',
    subject: 'Client Referral',
    content: 'Attached, the letter.',
    sender,
    letterFileName,
    ...entered,
  });
  await mailer.send({
    ...email,
    from: { name: entered.sender?.name ?? sender.name, address: 'no-reply@handoff.example' },
    to: 'intake@harbour.example',
    messageId: '<7f1c@handoff.example>',
    language: 'en-CA',
    attachment: { fileName: letterFileName, mediaType: 'application/pdf', content: Uint8Array.of(1, 2, 3) },
  });
  const [received] = mailbox.messages.splice(0);
  if (received === undefined) throw new Error('nothing came');
  return received;
}

const fragments = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '   ',
    '\t',
    '.',
    '\n.\n',
    '\nFrom ',
    '=20',
    '=\n',
    '\u00a0',
    '\u2028',
    '\f',
  ],
  ...[
    '<script>alert(1)</script>',
    '</div></td>',
    '<!--',
    '-->',
    '<br>',
    ']]>',
    '<mj-raw>',
    '&amp;',
    '&#0;',
    '&',
  ],
  ...['{{content}}', '{{sender}}', '$&', '$1', '"', "'", '\\', '--', 'Bcc: a@b.example', '=?utf-8?q?=41?='],
  ...[
    'é',
    'e\u0301',
    'Kɨtpu',
    '日本',
    'مرحبا',
    '\u202e',
    '\u2066',
    '👩‍👩‍👧',
    '\ud83d',
    '\ude00',
    '\ufeff',
    '\u007f',
    '\u0085',
  ],
];
/** What the format that mail programs let text flow in would change. */
const flowing = `${'long '.repeat(30)}\n-- \nends in a space \nnext line\n>quoted \n>more`;
/** What people type, and what they paste who mean no good; U+0000 alone is refused before it comes here. */
const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(...fragments),
      fc.string({ unit: 'binary' }),
      fc.string({ minLength: 60, maxLength: 300 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));
/** The same, as it can be mailed: with line breaks of one kind, and no halves of characters. */
const mailable = (entered: string) => entered.toWellFormed().replace(/\r\n?/g, '\n');

it('[R21] the content arrives exactly as entered, in the text and in the HTML, whatever it is', async () => {
  const tags = [...readHtml((await receive({})).html ?? '').tags()];
  await fc.assert(
    fc.asyncProperty(anything, async (content) => {
      const { text, html = '' } = await receive({ content });
      const before = `${sender.name}\n\n`;
      const after = `\n\nThe referral letter is attached`;
      const read = mailable(text ?? '');
      expect(read.slice(0, read.lastIndexOf(after))).toBe(before + mailable(content));
      const shown = readHtml(html);
      expect(shown.textOf('content')).toBe(mailable(content));
      expect([...shown.tags()].filter((tag) => tag !== 'br')).toEqual(tags);
    }),
    {
      numRuns: 150,
      examples: [[fragments.join('')], [''], ['\n\n'], ['   indented\n\n\ttabbed   \n'], [flowing]],
    },
  );
}, 60_000);

/** Readers drop U+FEFF, which is nothing to see, from the beginning of a part of a subject. */
const subjects = anything.map((entered) => `Re${entered.replaceAll('\ufeff', '')}`);

it('[R21] the subject arrives as entered, in one line, and brings no header with it', async () => {
  const keys = (await receive({})).headers.map(({ key }) => key);
  await fc.assert(
    fc.asyncProperty(subjects, async (subject) => {
      const { headers, ...received } = await receive({ subject });
      expect((received.subject ?? '').trim()).toBe(
        mailable(subject)
          .replace(/\s*\n+\s*/g, ' ')
          .trim(),
      );
      expect(headers.map(({ key }) => key)).toEqual(keys);
    }),
    { numRuns: 150, examples: [['Referral\r\nBcc: other@example.ca'], ['Re =?utf-8?q?=41?=']] },
  );
}, 60_000);

it('[R21] whatever an organization is called, its name is shown and nothing else changes', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (name) => {
      const { html = '', from } = await receive({ sender: { ...sender, name, addressLines: [name] } });
      const shown = readHtml(html);
      expect(shown.textOf('content')).toBe('Attached, the letter.');
      expect(shown.links()).toEqual(['mailto:info@north.example']);
      expect(from?.address).toBe('no-reply@handoff.example');
    }),
    { numRuns: 60, examples: [[fragments.join('')]] },
  );
}, 60_000);
