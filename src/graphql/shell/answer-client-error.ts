import type { Socket } from 'node:net';
import { refuseRaw } from './refuse-raw.ts';
import type { ShellCode } from './shell-error.ts';

/** What Node calls that which keeps a request from being one. */
const codes: Readonly<Record<string, ShellCode>> = {
  HPE_HEADER_OVERFLOW: 'REQUEST_HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** Answers what is no HTTP, or does not come in time, and hangs up. In English: there are no headers to say a language. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  refuseRaw(socket, codes[error.code ?? ''] ?? 'BAD_REQUEST', 'EN', null);
}
