import type { IncomingMessage } from 'node:http';
import type { ShellCode } from './shell-error.ts';

/** Whether a request is a form, which may bring a file. */
export function isForm({ headers }: IncomingMessage): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/**
 * Why a body is not even read; null where it may be. What a page elsewhere can send without asking first, plain text or a form of a
 * page, is none that changes anything: a form with a file needs the Authorization header, which it has to ask for.
 */
export function unreadableBody(request: IncomingMessage): ShellCode | null {
  if (request.method !== 'POST') return null;
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return 'UNSUPPORTED_MEDIA_TYPE';
  if (isForm(request)) return null;
  const [media = '', ...parameters] = type.toLowerCase().split(';');
  if (media.trim() !== 'application/json') return 'UNSUPPORTED_MEDIA_TYPE';
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  return charset === undefined || /^charset="?utf-8"?$/.test(charset) ? null : 'UNSUPPORTED_MEDIA_TYPE';
}
