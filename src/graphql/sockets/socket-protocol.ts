import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { CloseCode, type Context, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { Logger } from '../../platform/log.ts';
import type { PersistedDocuments } from '../../platform/persisted-documents.ts';
import { currentRequest } from '../../platform/request-scope.ts';
import { type ContextBase, createContext, type RequestContext } from '../context.ts';
import { persistedDocumentOf } from '../persisted-documents.ts';
import { requestLanguage } from '../request-language.ts';
import { schema } from '../schema.ts';
import { countFailedSignIn } from '../shell/count-failed-sign-in.ts';
import { countOpen } from '../shell/count-open.ts';
import { maskedError } from '../shell/masked-error.ts';
import { type Rates, rateLimited } from '../shell/rates.ts';
import { shellError } from '../shell/shell-error.ts';
import { refused, type SignIn } from '../sign-in.ts';
import type { Yoga } from '../yoga.ts';
import type { Connection, ConnectionParameters } from './connection.ts';
import { signInOfSocket } from './sign-in-of-socket.ts';
import { socketLimits } from './socket-limits.ts';
import { resultWithoutHttp, withoutHttp } from './without-http.ts';

type OnSocket = Context<NonNullable<ConnectionParameters>, Connection>;
type Envelope = ReturnType<Yoga['getEnveloped']>;
type EnvelopedArgs = { rootValue: Pick<Envelope, 'execute' | 'subscribe'>; contextValue: RequestContext };

/** What answers the messages of a socket. */
export type SocketParts = {
  yoga: Yoga;
  documents: PersistedDocuments | null;
  base: ContextBase;
  signIn: SignIn;
  rates: Rates;
  log: Logger;
};

/**
 * The protocol of sockets, graphql-transport-ws: the token is sent in the connection parameters, as
 * `{ "authorization": "Bearer …" }`, perhaps with `acceptLanguage`, since a browser's socket cannot set that header. Each
 * operation is signed in, counted and limited as a request over HTTP is.
 */
export function socketProtocol({
  yoga,
  documents,
  base,
  signIn,
  rates,
  log,
}: SocketParts): ServerOptions<NonNullable<ConnectionParameters>, Connection> {
  const ofUser = countOpen(socketLimits.ofUser);
  const begun = new WeakMap<SubscribePayload, number>();

  /** Signs in, and gives the socket its place among those of its staff member. */
  function signInOf(connection: Connection): SignIn {
    const { socket, address } = connection;
    const refuse = (reason: string) => socket.close(CloseCode.TooManyInitialisationRequests, reason);
    return async (authorization) => {
      const outcome = await signIn(authorization);
      if (countFailedSignIn(outcome, rates, address) !== null) refuse('Too many failed sign-ins');
      if (outcome.actor === null || connection.leave !== undefined || socket.readyState !== socket.OPEN)
        return outcome;
      const leave = ofUser.enter(outcome.actor.staffId);
      if (leave === null) refuse('Too many connections');
      else connection.leave = leave;
      return outcome;
    };
  }

  async function prepare({ extra, subscriptions }: OnSocket, payload: SubscribePayload) {
    const { acceptLanguage } = extra;
    const language = requestLanguage(acceptLanguage, 'EN');
    if (Object.keys(subscriptions).length > socketLimits.operations) {
      return [shellError('TOO_MANY_SUBSCRIPTIONS', language)];
    }
    const standing = rates.address.take(extra.address, 1);
    if (!standing.allowed) return [rateLimited(standing, language)];
    const signedIn = (await extra.signIn?.signIn()) ?? refused('NO_TOKEN');
    const { requestId } = currentRequest() ?? extra;
    const socketContext = createContext(base, signedIn, { requestId, acceptLanguage });
    const { parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({ socketContext });
    const document = parse(persistedDocumentOf(documents, payload));
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
  }

  /** What refuses an operation before its first field would get out of here, and end the socket with all its subscriptions. */
  async function told<Result>(run: () => Result | Promise<Result>): Promise<Result | ExecutionResult> {
    try {
      return await run();
    } catch (error) {
      return { errors: [maskedError(error, log)] };
    }
  }

  function logEnd(payload: SubscribePayload): void {
    const since = begun.get(payload);
    begun.delete(payload);
    if (since === undefined) return;
    log.info({ method: 'SOCKET', route: '/graphql', ms: Math.round(performance.now() - since) }, 'request');
  }

  return {
    connectionInitWaitTimeout: socketLimits.untilInit,
    execute: (args) => told(() => (args as EnvelopedArgs).rootValue.execute(args as ExecutionArgs)),
    subscribe: (args) => told(() => (args as EnvelopedArgs).rootValue.subscribe(args as ExecutionArgs)),
    onConnect: async (connection) => {
      const { connectionParams, extra } = connection;
      const chosen = connectionParams?.acceptLanguage;
      if (typeof chosen === 'string') extra.acceptLanguage = chosen;
      extra.isBusy = () => Object.keys(connection.subscriptions).length > 0;
      extra.signIn = signInOfSocket({
        signIn: signInOf(extra),
        authorization: connectionParams?.authorization ?? connectionParams?.Authorization,
        language: requestLanguage(extra.acceptLanguage, 'EN'),
        close: (code, reason) => extra.socket.close(code, reason),
      });
      return await extra.signIn.begin();
    },
    onClose: ({ extra }) => {
      extra.signIn?.end();
      extra.leave?.();
    },
    onNext: (_connection, _id, _payload, _args, result) => resultWithoutHttp(result),
    onError: (_connection, _id, payload, errors) => {
      logEnd(payload);
      return withoutHttp(errors.map((error) => maskedError(error, log)));
    },
    onComplete: (_connection, _id, payload) => logEnd(payload),
    // The same here; and it would be printed with its message.
    onSubscribe: async (connection, _id, payload) => {
      connection.extra.busyAt = Date.now();
      begun.set(payload, performance.now());
      try {
        return await prepare(connection, payload);
      } catch (error) {
        return [maskedError(error, log)];
      }
    },
  };
}
