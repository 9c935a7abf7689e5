import type { MailAttachment } from '../embedded/mail.ts';

const SHOWN_INLINE = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Whether the browser may show an attachment of this type itself; none of these can run anything in our origin. */
export function isShownInline(mimeType: string): boolean {
  return SHOWN_INLINE.includes(mimeType);
}

/**
 * The response headers of an attachment. What may not be shown is always a download, and of no type that a browser
 * would act on.
 * @param download whether a download was asked for.
 */
export function attachmentHeaders(part: MailAttachment, download: boolean): Record<string, string> {
  const inline = isShownInline(part.mimeType);
  const name = part.filename ?? 'attachment';
  const plainName = name.replaceAll(/[^\w.() -]/g, '_');
  const encodedName = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return {
    'content-type': inline ? part.mimeType : 'application/octet-stream',
    'content-disposition': `${inline && !download ? 'inline' : 'attachment'}; filename="${plainName}"; filename*=UTF-8''${encodedName}`,
    // A browser's own PDF viewer does not work under `sandbox` or `default-src 'none'`.
    'content-security-policy':
      part.mimeType === 'application/pdf'
        ? "frame-ancestors 'self'"
        : "default-src 'none'; sandbox; frame-ancestors 'self'",
  };
}
