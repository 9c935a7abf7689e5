import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findActor } from '../domain/actor.ts';
import type { DevelopmentTokens } from '../platform/access-tokens.ts';
import type { Database } from '../platform/database.ts';
import { describeError } from '../platform/describe-error.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { serveHealth } from '../platform/serve-health.ts';
import type { ContextBase } from './context.ts';
import { serveDownloads } from './downloads.ts';
import type { SignIn } from './sign-in.ts';
import { serveSockets } from './sockets.ts';
import { createGraphQL } from './yoga.ts';

/** What the HTTP server is made of. */
export type ServerOptions = {
  base: ContextBase;
  signIn: SignIn;
  metrics: Metrics;
  log: Logger;
  /** Given in development alone. */
  developmentTokens: DevelopmentTokens | null;
};

/** Signed links are longer than the 100 characters that routes take by default. */
const longestLink = 1_000;

/** How long closing waits for clients that read or write slowly, in milliseconds. */
const patienceWithClients = 5_000;

/** How long a client may take to send a request, in milliseconds: 10 MB over a slow line. */
const patienceWithRequests = 5 * 60_000;

/** Makes the HTTP server: /graphql over HTTP, SSE and WebSocket, letters, documents, health and metrics. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { base, signIn, log, developmentTokens } = options;
  const app = fastify({
    forceCloseConnections: 'idle',
    requestTimeout: patienceWithRequests,
    routerOptions: { maxParamLength: longestLink },
  });
  app.setErrorHandler(async (error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error(describeError(error), 'unexpected error');
    return reply
      .code(status)
      .send({ error: status >= 500 ? 'Unexpected error.' : 'The request cannot be read.' });
  });

  const yoga = await createGraphQL({ base, signIn, log, developmentTokens });
  const endSockets = serveSockets(app.server, yoga, { base, signIn, log });
  // What would never end by itself is ended first; then closing waits for the requests in hand, but not for slow clients.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), patienceWithClients).unref();
    base.live.endSubscriptions();
    await endSockets(patienceWithClients);
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST', 'OPTIONS'],
      handler: async (request, reply) => {
        reply.hijack();
        const { socket } = request.raw;
        reply.raw.once('finish', () => endUpload(request.raw, socket));
        // GraphiQL's page holds a token: no other page may read it.
        if (request.headers.accept?.includes('text/html')) delete request.raw.headers.origin;
        await yoga.requestListener(request.raw, reply.raw);
        return reply;
      },
    });
  });
  serveDownloads(app, base);
  serveHealth(app, { database: base.platform.database, metrics: options.metrics });
  if (developmentTokens !== null) serveDevelopmentSignIn(app, developmentTokens, base.platform.database);
  return app;
}

/**
 * Whoever has been answered and still sends, for example a file that is too large, has a moment to read why, and is hung up
 * on.
 */
function endUpload(request: IncomingMessage, socket: Socket): void {
  if (request.complete) return;
  setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, patienceWithClients).unref();
}

const tokenRequest = z.object({ username: z.string() });

/** POST /dev/token {"username"} → {"token"}: sign-in of the sample users, in development alone. */
function serveDevelopmentSignIn(app: FastifyInstance, tokens: DevelopmentTokens, database: Database): void {
  app.post('/dev/token', async ({ body }, reply) => {
    const parsed = tokenRequest.safeParse(body);
    if (!parsed.success) {
      return reply.code(400).send({ error: 'Send {"username": "north.manager"} or another user name.' });
    }
    const { username } = parsed.data;
    return (await findActor(database, { username })) === null
      ? reply.code(404).send({ error: 'There is no active staff member of this user name.' })
      : { token: await tokens.issue(username) };
  });
}
