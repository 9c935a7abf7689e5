import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findActor } from '../domain/actor.ts';
import { referralLetter } from '../domain/referrals/referral-letter.ts';
import type { DevelopmentTokens } from '../platform/access-tokens.ts';
import type { Database } from '../platform/database.ts';
import { describeError } from '../platform/describe-error.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { ContextBase } from './context.ts';
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

/** Makes the HTTP server: /graphql over HTTP, SSE and WebSocket, letters, health and metrics. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { base, signIn, log, developmentTokens } = options;
  const app = fastify({ forceCloseConnections: 'idle', routerOptions: { maxParamLength: longestLink } });
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
        // GraphiQL's page holds a token: no other page may read it.
        if (request.headers.accept?.includes('text/html')) delete request.raw.headers.origin;
        await yoga.requestListener(request.raw, reply.raw);
        return reply;
      },
    });
  });
  serveLetters(app, base);
  serveHealth(app, options);
  if (developmentTokens !== null) serveDevelopmentSignIn(app, developmentTokens, base.platform.database);
  return app;
}

/** GET /letters/:token: the letter behind a signed link, for as long as the link's owner may see the referral. */
function serveLetters(app: FastifyInstance, { platform, letterLinks }: ContextBase): void {
  app.get<{ Params: { token: string } }>('/letters/:token', async ({ params }, reply) => {
    const link = await letterLinks.read(params.token);
    const actor = link === null ? null : await findActor(platform.database, { id: link.staffId });
    const letter =
      link === null || actor === null ? null : await referralLetter(actor, platform, link.referralId);
    if (letter === null) {
      return reply
        .code(404)
        .type('text/plain')
        .send('This link does not work, or no longer. Ask for a new preview.');
    }
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': 'inline',
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(letter.pdf));
  });
}

function serveHealth(app: FastifyInstance, { base, metrics }: ServerOptions): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await base.platform.database.$queryRaw`SELECT 1`;
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
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
