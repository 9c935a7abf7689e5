import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { describeError } from '../platform/describe-error.ts';
import type { Logger } from '../platform/log.ts';
import { type ContextBase, createContext, type RequestContext } from './context.ts';
import { schema } from './schema.ts';
import type { SignIn } from './sign-in.ts';
import type { Yoga } from './yoga.ts';

type ConnectionParameters = Readonly<Record<string, unknown>> | undefined;
type Envelope = ReturnType<Yoga['getEnveloped']>;

/** The longest message a socket may send, in bytes. */
const longestMessage = 1024 * 1024;

/**
 * Serves graphql-ws on the HTTP server's /graphql. The token is sent in the connection parameters, as
 * `{ "authorization": "Bearer …" }`, perhaps with `acceptLanguage`, since a browser's socket cannot set that header.
 * @returns ends every socket in order; those that do not answer within the patience, in milliseconds, are cut.
 */
export function serveSockets(
  server: Server,
  yoga: Yoga,
  { base, signIn, log }: { base: ContextBase; signIn: SignIn; log: Logger },
): (patience: number) => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== '/graphql') socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request));
  });
  const prepare = async (
    parameters: ConnectionParameters,
    header: string | undefined,
    payload: SubscribePayload,
  ) => {
    const actor = await signIn(parameters?.authorization ?? parameters?.Authorization);
    const chosen = parameters?.acceptLanguage;
    const socketContext = createContext(base, actor, typeof chosen === 'string' ? chosen : header);
    const { parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({ socketContext });
    const document = parse(payload.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    return {
      schema,
      operationName: payload.operationName,
      document,
      variableValues: payload.variables,
      contextValue: await contextFactory(),
      rootValue: { execute, subscribe },
    };
  };
  const served = useServer(
    {
      execute: (args) => (args as EnvelopedArgs).rootValue.execute(args as ExecutionArgs),
      subscribe: (args) => (args as EnvelopedArgs).rootValue.subscribe(args as ExecutionArgs),
      // An error that got out of here would be printed with its message and end the socket with all its subscriptions.
      onSubscribe: async ({ connectionParams, extra }, _id, payload) => {
        try {
          return await prepare(connectionParams, extra.request.headers['accept-language'], payload);
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          log.error(describeError(error), 'unexpected error');
          return [new GraphQLError('Unexpected error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })];
        }
      },
    },
    sockets,
  );
  return async (patience) => {
    const terminate = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, patience);
    await served.dispose();
    clearTimeout(terminate);
  };
}

type EnvelopedArgs = { rootValue: Pick<Envelope, 'execute' | 'subscribe'>; contextValue: RequestContext };
