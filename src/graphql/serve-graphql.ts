import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../platform/log.ts';
import { answerPlainPost, readPlainPost } from './plain-posts.ts';
import { refuse } from './shell/register-shell.ts';
import { graphiqlPolicy } from './shell/security-headers.ts';
import type { Shell } from './shell/shell.ts';
import { isForm, unreadableBody } from './shell/unreadable-body.ts';
import type { Yoga } from './yoga.ts';

/** How long a client may take to send an operation without a file, in milliseconds. */
export const patienceWithOperations = 30_000;

/** How long a client that has been answered may still send, in milliseconds. */
const patienceWithRest = 5_000;

/**
 * Serves GraphQL over HTTP and server-sent events at /graphql: operations by POST, queries by GET.
 * @param options.hasGraphiql whether browsers get GraphiQL there.
 * @param options.patience how long a client may take to send an operation without a file, in milliseconds.
 */
export async function serveGraphQL(
  app: FastifyInstance,
  {
    yoga,
    shell,
    log,
    hasGraphiql,
    patience,
  }: { yoga: Yoga; shell: Shell; log: Logger; hasGraphiql: boolean; patience: number },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      handler: async (request, reply) => {
        const refusal = unreadableBody(request.raw);
        if (refusal !== null) return refuse(request, reply, refusal);
        nameMediaType(request.raw);
        const { raw } = reply;
        hurry(request.raw, raw, patience);
        if (hasGraphiql && request.headers.accept?.includes('text/html'))
          raw.setHeader('content-security-policy', graphiqlPolicy);
        const tell = (headers: Record<string, string>) => {
          for (const [name, value] of Object.entries(headers))
            if (!raw.headersSent) raw.appendHeader(name, value);
        };
        const http = { requestId: request.id, address: shell.proxies.clientOf(request.raw), tell };
        const plain = await readPlainPost(request.raw);
        if (plain !== null) {
          const { status, headers, body } = await answerPlainPost(yoga, request.raw, plain, { http, log });
          return reply.code(status).headers(headers).send(body);
        }
        // Yoga's own listener would answer what breaks in it with a stack trace; from here it is masked as everything else.
        const answer = await yoga.handleNodeRequestAndResponse(request.raw, raw, {
          req: request.raw,
          res: raw,
          http,
        });
        // It says so without a body.
        if (answer.status === 406) return refuse(request, reply, 'NOT_ACCEPTABLE');
        // Of streams it says that the connection stays, also to a client that wants it closed.
        answer.headers.delete('connection');
        reply.hijack();
        await sendNodeResponse(answer, raw, request.raw, true);
        return reply;
      },
    });
    scope.options('/graphql', async (_request, reply) => reply.code(204).header('allow', 'GET, POST').send());
    scope.route({
      url: '/graphql',
      method: ['PUT', 'PATCH', 'DELETE'],
      handler: (request, reply) => refuse(request, reply.header('allow', 'GET, POST'), 'METHOD_NOT_ALLOWED'),
    });
  });
}

/** Yoga takes the name of a media type by the letter. */
function nameMediaType(request: IncomingMessage): void {
  const { headers } = request;
  headers['content-type'] = isForm(request)
    ? headers['content-type']?.replace(/^[^;]*/, 'multipart/form-data')
    : 'application/json';
}

/**
 * Hangs up on whoever takes too long to send an operation; and whoever has been answered and still sends, for example a file that is too
 * large, has a moment to read why.
 */
function hurry(request: IncomingMessage, response: ServerResponse, patience: number): void {
  const { socket } = request;
  const hangUpIn = (milliseconds: number) =>
    setTimeout(() => {
      if (!request.complete) socket.destroy();
    }, milliseconds).unref();
  const operation = isForm(request) ? null : hangUpIn(patience);
  response.once('close', () => {
    if (operation !== null) clearTimeout(operation);
  });
  response.once('finish', () => {
    if (!request.complete) hangUpIn(patienceWithRest);
  });
}
