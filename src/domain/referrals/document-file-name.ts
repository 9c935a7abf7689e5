import sanitize from 'sanitize-filename';
import { isVisible } from '../visible-text.ts';
import { type DocumentKind, documentExtensions } from './document-kind.ts';

/** In bytes of UTF-8, without the extension: file systems take 255. */
const longest = 200;

/** What is not seen, or changes the order in which letters are seen, and could make a name look like another. */
const invisible = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00AD\u200B\u2060\uFEFF]/gu;

/**
 * The name a document is kept and downloaded under: of what the client sent, the last part of the path, without what file
 * systems or readers could trip over, and with the extension of its kind. `document` where nothing is left to see.
 */
export function documentFileName(given: string, { extensions }: DocumentKind): string {
  // Browsers send a quotation mark as %22.
  const last = given.replaceAll('%22', '"').split(/[/\\]/).at(-1) ?? '';
  const name = sanitize(last.replaceAll(invisible, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  const [, before, extension = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? [];
  const known = documentExtensions.includes(extension.toLowerCase());
  const stem = known ? (before ?? '') : name;
  const right = extensions.includes(extension.toLowerCase()) ? extension.toLowerCase() : extensions[0];
  const safe = sanitize(shorten(stem.replace(/^[. ]+/, '')));
  return `${isVisible(safe) ? safe : 'document'}.${right}`;
}

/** Cuts between letters, not in the midst of one. */
function shorten(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > longest) break;
    kept += segment;
  }
  return kept;
}
