import type { Mail } from '../embedded/mail.ts';

/**
 * The policy that a message's HTML is sent with, whether in its frame or opened by itself: it has an origin of its own,
 * runs nothing, and loads nothing from outside.
 */
export const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A message's HTML, made to be shown: pictures that it carries are put in the places that refer to them (`cid:`), and
 * links open in a tab of their own.
 * @returns null when the message has no HTML part.
 */
export function mailHtml(mail: Mail): string | null {
  if (mail.html === null) return null;
  let shown = mail.html.replace(/<head\b[^>]*>/i, (head) => `${head}<base target="_blank">`);
  for (const { contentId, mimeType, content } of mail.attachments) {
    if (contentId === null || !/^image\/[a-z0-9.+-]+$/.test(mimeType)) continue;
    const data = `data:${mimeType};base64,${Buffer.from(content).toString('base64')}`;
    shown = shown.replaceAll(`cid:${contentId}`, () => data);
  }
  return shown;
}
