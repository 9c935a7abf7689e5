import type { Socket } from 'node:net';
import { type ShellCode, shellAnswer, shellStatus } from './shell-error.ts';

/** What Node calls that which keeps a request from being one. */
const codes: Readonly<Record<string, ShellCode>> = {
  HPE_HEADER_OVERFLOW: 'REQUEST_HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** Answers what is no HTTP, or does not come in time, and hangs up. In English: there are no headers to say a language. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = codes[error.code ?? ''] ?? 'BAD_REQUEST';
  const body = shellAnswer(code, 'EN', null);
  socket.end(
    `HTTP/1.1 ${shellStatus(code)} Refused\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
