import { describe, expect, it } from 'vitest';
import {
  type ReferralEmail,
  renderReferralEmail,
} from '../../../src/documents/email/render-referral-email.ts';
import { readHtml } from './read-html.ts';

const english: ReferralEmail = {
  language: 'en',
  subject: 'NSW Client Referral - -- Programs, Services and Interventions',
  content: 'Please see the attached referral letter.\n\nThank you,\nRosa',
  sender: {
    name: 'North Shore Employment Services',
    phone: '902-555-0142 ext. 12',
    email: 'info@north-shore.example.ca',
    addressLines: ['123 Prince Street', 'Truro, Nova Scotia'],
  },
  letterFileName: 'referral-letter.pdf',
};
const hostile =
  '<script>alert(1)</script> <mj-raw><b>x</b></mj-raw> <mj-include path="/etc/passwd" /> {{sender}} $& &amp; <!-- --> "q" \'q\'';

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe('the referral email', () => {
  it('[R21] has the subject and the content as entered', async () => {
    const { subject, html, text } = await renderReferralEmail(english);
    expect(subject).toBe(english.subject);
    expect(text).toContain(english.content);
    expect(html).toContain('Please see the attached referral letter.<br><br>Thank you,<br>Rosa');
  });

  it('[R21] shows everything entered literally, as HTML and as text', async () => {
    const sender = { ...english.sender, name: hostile, addressLines: [hostile] };
    const email = { ...english, subject: hostile, content: `${hostile}\n${hostile}`, sender };
    const { html, text } = await renderReferralEmail(email);
    expect(html).not.toMatch(/<script|<mj-|<b>/);
    expect(readHtml(html).lines().join('\n').split(hostile)).toHaveLength(6);
    expect(text.split(hostile)).toHaveLength(6);
  });

  it('[R21] says the same as HTML and as text', async () => {
    for (const email of [
      english,
      { ...english, language: 'fr' as const, content: 'Bonjour,\r\n\r\nMerci.' },
    ]) {
      const { html, text } = await renderReferralEmail(email);
      expect(readHtml(html).lines()).toEqual(lines(text));
    }
  });

  it('[R21] says that the letter is attached and how to reach the organization, since replies are not read', async () => {
    const { html, text } = await renderReferralEmail(english);
    expect(text).toContain(
      'The referral letter is attached to this message as a PDF document (referral-letter.pdf).',
    );
    expect(text).toContain(
      'a mailbox that is not read. To reach North Shore Employment Services:\nTel.: 902-555-0142',
    );
    expect(html).toContain('<a href="tel:9025550142">902-555-0142 ext. 12</a>');
    expect(html).toContain('<a href="mailto:info@north-shore.example.ca">info@north-shore.example.ca</a>');
  });

  it('[R21] leaves out a phone number that the organization has not given', async () => {
    const { text } = await renderReferralEmail({ ...english, sender: { ...english.sender, phone: null } });
    expect(text).not.toContain('Tel.');
  });

  it('is in French throughout when French is chosen', async () => {
    const { html, text } = await renderReferralEmail({ ...english, language: 'fr', content: 'Bonjour.' });
    expect(html).toContain('<html lang="fr-CA"');
    expect(text).toContain('La lettre d’aiguillage est jointe au présent message');
    expect(text).toContain('Courriel\u00a0: info@');
    expect(text).toContain('Pour joindre l’organisme North Shore Employment Services\u00a0:');
    expect(text).not.toMatch(/Please|Email|Confidential\./);
  });

  it('[R21] cannot be given further headers through its subject', async () => {
    const { subject } = await renderReferralEmail({
      ...english,
      subject: 'Referral\r\nBcc: other@example.ca',
    });
    expect(subject).toBe('Referral Bcc: other@example.ca');
  });

  it('loads nothing from elsewhere and follows the reader’s colour scheme and screen', async () => {
    const { html } = await renderReferralEmail(english);
    expect(html).not.toMatch(/<img|<link|@import|url\(|src=/i);
    const readable = readHtml(html);
    expect(readable.links()).toEqual(['tel:9025550142', 'mailto:info@north-shore.example.ca']);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('name="viewport"');
    expect(html).toContain('<html lang="en-CA"');
  });

  it('[R21] shows spaces as entered, breaks long words, and lets each line run in its own direction', async () => {
    const { html } = await renderReferralEmail(english);
    // In the element itself: some clients drop the style sheet of the head.
    const [, marks = ''] = /<div class="content"([^>]*)>/.exec(html) ?? [];
    expect(marks).toContain('dir="auto"');
    for (const style of ['white-space:pre-wrap', 'overflow-wrap:anywhere', 'unicode-bidi:plaintext']) {
      expect(marks).toContain(style);
    }
    expect(html).toContain(`<bdi>${english.sender.name}</bdi>`);
  });

  it('is the same for the same input', async () => {
    expect(await renderReferralEmail(english)).toEqual(await renderReferralEmail(english));
  });
});
