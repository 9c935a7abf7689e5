import type { Mail } from '../embedded/mail.ts';
import { isShownInline } from './attachment-headers.ts';
import { formatAddresses, formatSize, formatTime } from './format.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** The views of a message, in the order of their tabs. */
const views = ['html', 'text', 'headers', 'attachments', 'source'] as const;
type View = (typeof views)[number];

/**
 * The page of one message.
 * @param mail the message.
 * @param asked the view asked for; anything unknown gives the first one that has something to show.
 */
export function messagePage(mail: Mail, asked: string | undefined): string {
  const current = views.find((view) => view === asked) ?? (mail.html === null ? 'text' : 'html');
  const content = html`<p class="back"><a href="/dev/inbox">← All messages</a></p>
<article class="card">
<div class="head">
<h1>${mail.subject || '(no subject)'}</h1>
<dl class="meta">
<dt>From</dt><dd>${formatAddresses(mail.from === null ? [] : [mail.from])}</dd>
<dt>To</dt><dd>${formatAddresses(mail.to)}</dd>
${mail.cc.length > 0 && html`<dt>Cc</dt><dd>${formatAddresses(mail.cc)}</dd>`}
<dt>Received</dt><dd>${formatTime(mail.receivedAt)}</dd>
</dl>
<nav class="tabs">${views.map((view) => tab(mail, view, view === current))}</nav>
</div>
${bodies[current](mail)}
</article>`;
  return page({ title: mail.subject || '(no subject)', note: '', content });
}

const bodies: Record<View, (mail: Mail) => Html> = {
  html: (mail) =>
    mail.html === null
      ? html`<p class="empty">This message has no HTML part.</p>`
      : html`<iframe class="mail" sandbox="allow-popups allow-popups-to-escape-sandbox" title="HTML part"
src="/dev/inbox/${mail.id}/html"></iframe>`,
  text: (mail) =>
    mail.text === null
      ? html`<p class="empty">This message has no text part.</p>`
      : html`<pre>${mail.text}</pre>`,
  headers: (mail) =>
    html`<table>${mail.headers.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`,
  attachments: (mail) =>
    mail.attachments.length === 0
      ? html`<p class="empty">This message has no attachments.</p>`
      : html`${mail.attachments.map((_, index) => attachment(mail, index))}`,
  source: (mail) =>
    html`<iframe class="mail" sandbox title="Source" src="/dev/inbox/${mail.id}/source"></iframe>`,
};

function tab(mail: Mail, view: View, isCurrent: boolean): Html {
  const names = {
    html: 'HTML',
    text: 'Text',
    headers: 'Headers',
    attachments: `Attachments (${mail.attachments.length})`,
    source: 'Source',
  };
  const mark = isCurrent ? html` aria-current="page"` : null;
  return html`<a href="/dev/inbox/${mail.id}?view=${view}"${mark}>${names[view]}</a>`;
}

function attachment(mail: Mail, index: number): Html {
  const part = mail.attachments[index];
  if (part === undefined) return html``;
  const url = `/dev/inbox/${mail.id}/attachments/${index}`;
  const name = part.filename ?? `Attachment ${index + 1}`;
  const inline = isShownInline(part.mimeType);
  return html`<section>
<div class="file"><strong>${name}</strong><span class="quiet">${part.mimeType}, ${formatSize(part.content.byteLength)}</span>
${inline && html`<a href="${url}" target="_blank">Open</a>`}<a href="${url}?download">Download</a></div>
${
  inline &&
  (part.mimeType === 'application/pdf'
    ? html`<iframe class="paper" title="${name}" src="${url}"></iframe>`
    : html`<img class="picture" alt="${name}" src="${url}">`)
}
</section>`;
}
