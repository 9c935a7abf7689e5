import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../platform/log.ts';
import { inRequest } from '../../platform/request-scope.ts';
import { requestLanguage } from '../request-language.ts';
import { logFailure, outageOf } from './outage-of.ts';
import { rateHeaders } from './rates.ts';
import { securityHeaders } from './security-headers.ts';
import type { Shell } from './shell.ts';
import { type ShellCode, shellAnswer, shellStatus } from './shell-error.ts';

/** What an operator's tools ask for often: neither limited nor logged but for debugging. */
const quiet = /^\/(healthz|readyz|metrics)$/;

/** How long a browser may remember what a preflight has said, in seconds. */
const preflightLifetime = 24 * 60 * 60;

/**
 * Puts around every route: the request's id, a line in the log, the headers of security and of CORS, the limit of its address, and answers
 * that tell nothing where there is no route or something breaks.
 */
export async function registerShell(app: FastifyInstance, shell: Shell, log: Logger): Promise<void> {
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('x-request-id', request.id);
    reply.raw.setHeader('cache-control', 'no-store');
    // An offer that is passed over: Node loses a request that comes in one piece with it, whose client would take the next answer for its.
    if (request.headers.upgrade !== undefined) reply.raw.setHeader('connection', 'close');
    inRequest({ requestId: request.id, acceptLanguage: request.headers['accept-language'] }, done);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? null;
    const entry = {
      requestId,
      method,
      route,
      status: reply.raw.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (quiet.test(route ?? '')) log.debug(entry, 'request');
    else log.info(entry, 'request');
  });
  await app.register(helmet, securityHeaders(shell.overTls));
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && shell.allowsOrigin(origin)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'accept-language', 'graphql-require-preflight'],
    exposedHeaders: ['x-request-id', 'retry-after', 'ratelimit', 'ratelimit-policy'],
    maxAge: preflightLifetime,
    strictPreflight: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    const hosts = request.raw.headersDistinct.host ?? [];
    if (hosts.length !== 1 || !URL.canParse(`http://${hosts[0]}`))
      return refuse(request, reply, 'BAD_REQUEST');
    if (!shell.allowsHost(request.headers.host)) return refuse(request, reply, 'MISDIRECTED_REQUEST');
    if (quiet.test(request.routeOptions.url ?? '')) return;
    const standing = shell.rates.address.take(shell.proxies.clientOf(request.raw), 1);
    for (const [name, value] of Object.entries(rateHeaders('address', standing)))
      reply.raw.setHeader(name, value);
    if (standing.allowed) return;
    reply.raw.setHeader('retry-after', String(standing.seconds));
    return refuse(request, reply, 'RATE_LIMITED');
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'NOT_FOUND'));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const outage = error.statusCode === undefined ? outageOf(error) : null;
    const code = outage ?? codeOf(error.statusCode ?? 500);
    if (shellStatus(code) >= 500) logFailure(log, error, outage);
    return refuse(request, reply, code);
  });
}

/** Refuses a request outside GraphQL, in the language it prefers. What it still sends is not read. */
export function refuse(request: FastifyRequest, reply: FastifyReply, code: ShellCode): FastifyReply {
  const language = requestLanguage(request.headers['accept-language'], 'EN');
  if (!request.raw.complete) reply.raw.setHeader('connection', 'close');
  return reply
    .code(shellStatus(code))
    .type('application/json; charset=utf-8')
    .send(shellAnswer(code, language, request.id));
}

function codeOf(status: number): ShellCode {
  if (status >= 500) return 'INTERNAL_SERVER_ERROR';
  if (status === 413) return 'REQUEST_ENTITY_TOO_LARGE';
  if (status === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  return 'BAD_REQUEST';
}
