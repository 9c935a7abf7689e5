import type { LetterLanguage } from '../letter/letter-content.ts';
import { emailLabels } from './email-labels.ts';
import { fillEmailLayout } from './email-layout.ts';
import { escapeHtml } from './escape-html.ts';

/** What a referral email is made from. `subject` and `content` are as entered on the referral (R21). */
export type ReferralEmail = {
  language: LetterLanguage;
  subject: string;
  content: string;
  /** The sending organization, which is how the reader answers: the mailbox it comes from is not read. */
  sender: { name: string; phone: string | null; email: string; addressLines: string[] };
  letterFileName: string;
};

/** A labelled way to reach the sender; `href` makes it a link in the HTML. */
type ContactLine = { label: string; value: string; href: string };

/**
 * Renders the email that carries a referral letter (R21): the subject as entered, without line breaks, and
 * the same message as HTML and as plain text. Everything entered is shown literally, never taken for markup.
 */
export async function renderReferralEmail(
  input: ReferralEmail,
): Promise<{ subject: string; html: string; text: string }> {
  const sender = {
    name: plain(input.sender.name),
    phone: input.sender.phone === null ? null : plain(input.sender.phone),
    email: plain(input.sender.email),
    addressLines: input.sender.addressLines.map(plain),
  };
  const labels = emailLabels(input.language);
  const content = plain(input.content);
  const contacts: ContactLine[] = [
    ...(sender.phone
      ? [{ label: labels.phone, value: sender.phone, href: telephoneLink(sender.phone) }]
      : []),
    {
      label: labels.email,
      value: sender.email,
      href: `mailto:${encodeURIComponent(sender.email).replace('%40', '@')}`,
    },
  ];
  const subject = plain(input.subject).replace(/\s*\n+\s*/g, ' ');

  const html = await fillEmailLayout({
    locale: labels.locale,
    title: escapeHtml(subject),
    sender: escapeHtml(sender.name),
    content: escapeHtml(content).replaceAll('\n', '<br>'),
    attachment: labels.attachment(`<span class="file">${escapeHtml(input.letterFileName)}</span>`),
    doNotReply: labels.doNotReply(`<bdi>${escapeHtml(sender.name)}</bdi>`),
    contact: [...contacts.map(contactHtml), ...sender.addressLines.map(addressHtml)].join('<br>'),
    confidentiality: escapeHtml(labels.confidentiality),
  });
  const contactText = [...contacts.map(({ label, value }) => `${label} ${value}`), ...sender.addressLines];
  const text = [
    sender.name,
    content,
    labels.attachment(input.letterFileName),
    `${labels.doNotReply(sender.name)}\n${contactText.join('\n')}`,
    labels.confidentiality,
  ];
  return { subject, html, text: `${text.join('\n\n')}\n` };
}

/** Line breaks of one kind, and nothing that is no character: half a surrogate pair cannot be mailed. */
function plain(entered: string): string {
  return entered.toWellFormed().replace(/\r\n?/g, '\n');
}

function addressHtml(line: string): string {
  return `<bdi>${escapeHtml(line)}</bdi>`;
}

function contactHtml({ label, value, href }: ContactLine): string {
  return `${escapeHtml(label)} <a href="${escapeHtml(href)}">${escapeHtml(value)}</a>`;
}

/** A `tel:` link holds digits and a plus sign; an extension stays in the text only. */
function telephoneLink(phone: string): string {
  const [number = ''] = phone.split(/[a-z]/i);
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}
