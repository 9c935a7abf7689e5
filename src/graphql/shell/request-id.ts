import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from './trusted-proxies.ts';

/** No more than an id needs, so that nothing else gets into the log by it. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id of a request: what a trusted proxy calls it in X-Request-Id, or a new one. */
export function requestIdOf({ headers, socket }: IncomingMessage, proxies: TrustedProxies): string {
  const given = headers['x-request-id'];
  const named = typeof given === 'string' && wellFormed.test(given) && proxies.includes(socket.remoteAddress);
  return named ? given : randomUUID();
}
