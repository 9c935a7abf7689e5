import type { Server } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type ContextBase, createContext, type RequestContext } from './context.ts';
import { schema } from './schema.ts';
import type { SignIn } from './sign-in.ts';
import type { Yoga } from './yoga.ts';

type Envelope = ReturnType<Yoga['getEnveloped']>;

/**
 * Serves graphql-ws on the HTTP server's /graphql. The token is sent in the connection parameters, as
 * `{ "authorization": "Bearer …" }`, perhaps with `acceptLanguage`, since a browser's socket cannot set that header.
 * @returns ends every socket in order.
 */
export function serveSockets(
  server: Server,
  yoga: Yoga,
  { base, signIn }: { base: ContextBase; signIn: SignIn },
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== '/graphql') socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request));
  });
  const served = useServer(
    {
      execute: (args) => (args as EnvelopedArgs).rootValue.execute(args as ExecutionArgs),
      subscribe: (args) => (args as EnvelopedArgs).rootValue.subscribe(args as ExecutionArgs),
      onSubscribe: async ({ connectionParams, extra }, _id, payload) => {
        const actor = await signIn(connectionParams?.authorization ?? connectionParams?.Authorization);
        const chosen = connectionParams?.acceptLanguage;
        const language = typeof chosen === 'string' ? chosen : extra.request.headers['accept-language'];
        const socketContext = createContext(base, actor, language);
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
      },
    },
    sockets,
  );
  return async () => {
    await served.dispose();
  };
}

type EnvelopedArgs = { rootValue: Pick<Envelope, 'execute' | 'subscribe'>; contextValue: RequestContext };
