import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import type { DevelopmentTokens } from '../platform/development-tokens.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { serveHealth } from '../platform/serve-health.ts';
import type { ContextBase } from './context.ts';
import { serveDevelopmentSignIn } from './development-sign-in.ts';
import { serveDownloads } from './downloads.ts';
import { serveGraphQL } from './serve-graphql.ts';
import { answerClientError } from './shell/answer-client-error.ts';
import { refuse, registerShell } from './shell/register-shell.ts';
import { requestIdOf } from './shell/request-id.ts';
import type { Shell } from './shell/shell.ts';
import type { SignIn } from './sign-in.ts';
import { serveSockets } from './sockets/serve-sockets.ts';
import { type AskedFor, createGraphQL } from './yoga.ts';

/** What the HTTP server is made of. */
export type ServerOptions = {
  asked: AskedFor;
  base: ContextBase;
  signIn: SignIn;
  shell: Shell;
  metrics: Metrics;
  log: Logger;
  /** Given in development alone. */
  developmentTokens: DevelopmentTokens | null;
};

/** Signed links are longer than the 100 characters that routes take by default. */
const longestLink = 1_000;

/** Of a body outside GraphQL, in bytes: a user name. */
const longestBody = 16 * 1024;

/** How long closing waits for clients that read or write slowly, in milliseconds. */
const patienceWithClients = 5_000;

/** How long a client may take to send a request: 10 MB over a slow line; its headers; one without a file. In milliseconds. */
export const patienceWith = { requests: 5 * 60_000, headers: 10_000, operations: 30_000 };

/** Makes the HTTP server: /graphql over HTTP, SSE and WebSocket, letters, documents, health and metrics. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { asked, base, signIn, shell, log, developmentTokens } = options;
  const app = fastify({
    bodyLimit: longestBody,
    forceCloseConnections: 'idle',
    requestTimeout: patienceWith.requests,
    http: {
      headersTimeout: patienceWith.headers,
      connectionsCheckingInterval: 5_000,
      requireHostHeader: false,
      // An offer of anything else, such as HTTP/2, is one to take or leave, and left.
      shouldUpgradeCallback: ({ method, headers }) =>
        method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket',
    },
    routerOptions: { maxParamLength: longestLink },
    genReqId: (request) => requestIdOf(request as IncomingMessage, shell.proxies),
    clientErrorHandler: answerClientError,
    rewriteUrl: ({ url = '' }) => (isDecodable(url) ? url : '/'),
    frameworkErrors: (_error, request, reply) => void refuse(request, reply, 'BAD_REQUEST'),
  });
  await registerShell(app, shell, log);

  const { rates } = shell;
  const yoga = await createGraphQL({ asked, base, signIn, rates, log, developmentTokens });
  const endSockets = serveSockets(app.server, {
    yoga,
    documents: asked.documents,
    base,
    signIn,
    rates,
    shell,
    log,
  });
  // What would never end by itself is ended first; then closing waits for the requests in hand, but not for slow clients.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    setTimeout(() => app.server.closeAllConnections(), patienceWithClients).unref();
    base.live.endSubscriptions();
    await endSockets(patienceWithClients);
  });
  // A connection whose last request has been answered meanwhile would be kept for more of them.
  app.addHook('onResponse', async () => {
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });

  const hasGraphiql = developmentTokens !== null;
  await serveGraphQL(app, { yoga, shell, log, hasGraphiql, patience: patienceWith.operations });
  serveDownloads(app, base, shell.origins);
  serveHealth(app, { database: base.platform.database, metrics: options.metrics });
  if (developmentTokens !== null) serveDevelopmentSignIn(app, developmentTokens, base.platform.database);
  return app;
}

/** What cannot be decoded would be answered before there are any headers or limits; so it is taken for what is not there. */
function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}
