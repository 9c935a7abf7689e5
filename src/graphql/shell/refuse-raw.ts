import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Language } from '../../domain/language.ts';
import { closedPolicy } from './security-headers.ts';
import { type ShellCode, shellAnswer, shellStatus } from './shell-error.ts';

/** How long a client has to read why it is hung up on, in milliseconds. */
const patienceWithReader = 5_000;

/**
 * Refuses over a connection where Fastify has no say, to what is no HTTP or to an upgrade, and hangs up: also on a client that would keep its
 * own end open, which nobody else would notice.
 */
export function refuseRaw(
  socket: Duplex,
  ...answer: [code: ShellCode, language: Language, requestId: string | null]
): void {
  socket.on('error', () => undefined);
  const hangUp = setTimeout(() => socket.destroy(), patienceWithReader);
  socket.once('close', () => clearTimeout(hangUp));
  socket.end(rawAnswer(...answer));
}

/** The bytes of an answer that ends its connection, and tells a browser what all answers do of what is no page. */
function rawAnswer(code: ShellCode, language: Language, requestId: string | null): string {
  const body = shellAnswer(code, language, requestId);
  const status = shellStatus(code);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    `Content-Security-Policy: ${closedPolicy}`,
    'Cross-Origin-Resource-Policy: same-origin',
    'Referrer-Policy: no-referrer',
    'X-Content-Type-Options: nosniff',
    ...(requestId === null ? [] : [`X-Request-Id: ${requestId}`]),
    '',
    body,
  ].join('\r\n');
}
