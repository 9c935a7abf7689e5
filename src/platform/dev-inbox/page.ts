import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { style } from './style.ts';

/** Loads the list again when a message has come in, while someone looks. */
const refresh = `
const newest = document.body.dataset.newest;
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch('/dev/inbox.json?limit=1').catch(() => null);
  if (!answer?.ok) return;
  const { messages } = await answer.json();
  if ((messages[0]?.id ?? '') !== newest) location.reload();
}, 2000);
`;

/** The policy that the pages are sent with: nothing runs or loads but what they are made of. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src '${hash(style)}'`,
  `script-src '${hash(refresh)}'`,
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='none' stroke='%230b5c9e' stroke-width='2' d='M3 6h18v12H3zl9 7 9-7'/></svg>";

/**
 * A whole page around its content.
 * @param options.title for the browser's tab.
 * @param options.note a short remark beside the name of the inbox.
 * @param options.newest the id of the newest message shown, empty for none; the page then loads again when it changes.
 */
export function page(options: { title: string; note: string; content: Html; newest?: string }): string {
  const { title, note, content, newest } = options;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<style>${new Html(style)}</style>
</head>
<body data-newest="${newest ?? ''}">
<header class="bar"><div class="wrap"><a href="/dev/inbox">Caught mail</a><span>${note}</span></div></header>
<main class="wrap">${content}</main>
${newest !== undefined && html`<script>${new Html(refresh)}</script>`}
</body>
</html>
`.markup;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
