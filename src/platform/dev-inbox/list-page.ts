import type { MailSummary } from '../embedded/mail.ts';
import { formatAddresses, formatTime } from './format.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** The page with all caught messages, newest first as given. */
export function listPage(mails: MailSummary[]): string {
  const rows = mails.map(
    (mail) => html`<li><a href="/dev/inbox/${mail.id}">
<span class="subject">${mail.subject || '(no subject)'}${mail.hasAttachments && html` <span class="clip">attachment</span>`}</span>
<span class="people">To ${formatAddresses(mail.to) || '(nobody)'}</span>
<time datetime="${mail.receivedAt.toISOString()}">${formatTime(mail.receivedAt)}</time>
</a></li>`,
  );
  const content =
    rows.length > 0
      ? html`<ul class="mails card">${rows}</ul>`
      : html`<div class="empty card"><strong>No mail yet</strong>What Handoff sends is caught here and goes nowhere else.
This page shows it as it comes in.</div>`;
  const note = mails.length === 1 ? '1 message' : `${mails.length} messages`;
  return page({ title: 'Caught mail', note, content, newest: mails[0]?.id ?? '' });
}
