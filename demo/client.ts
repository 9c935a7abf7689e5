import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { type Answer, dataOf } from './answer.ts';
import { viewerQuery } from './operations.ts';
import { openSubscription, type Subscription } from './subscription.ts';

/** An operation whose answer and variables TypeScript knows. */
export type Operation<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

/** An operation without variables is called without them. */
type VariablesOf<Variables> = Variables extends Record<string, never> ? [] : [Variables];

/** A user at work: what any program that uses the API needs. */
export type Client = {
  username: string;
  /**
   * Asks over HTTP, in English or the language of {@link SignInOptions}.
   * @throws an Error with the messages of the answer's errors. Refusals of mutations are no errors but part of the data.
   */
  request<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...variables: VariablesOf<NoInfer<Variables>>
  ): Promise<Data>;
  /** Subscribes over WebSocket; texts are in the language the user prefers. Resolves once the server listens. */
  watch<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...variables: VariablesOf<NoInfer<Variables>>
  ): Promise<Subscription<Data>>;
  /** Subscribes over server-sent events, in the language of requests. Resolves once the server listens. */
  stream<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...variables: VariablesOf<NoInfer<Variables>>
  ): Promise<Subscription<Data>>;
  /** Ends every subscription. */
  close(): Promise<void>;
};

/** How a user wants to be answered. */
export type SignInOptions = { language?: 'en' | 'fr' };

/**
 * Signs a sample user in with a development token.
 * @param url where the service is, without a path.
 * @throws where the service does not know development sign-in.
 */
export async function signIn(url: string, username: string, options: SignInOptions = {}): Promise<Client> {
  const answer = await post(`${url}/dev/token`, {}, { username });
  if (!answer.ok) throw new Error(`${url} does not sign in sample users (HTTP ${answer.status})`);
  const { token } = (await answer.json()) as { token: string };
  return clientWith(url, { username, token }, options);
}

/**
 * A user who has an access token already, as an issuer gives them.
 * @param url where the service is, without a path.
 */
export function clientWith(
  url: string,
  { username, token }: { username: string; token: string },
  { language = 'en' }: SignInOptions = {},
): Client {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };

  const endpoint = `${url}/graphql`;
  const sockets = createSocketClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams: { authorization: headers.authorization },
    retryAttempts: 0,
  });
  const streams = createSseClient({ url: endpoint, headers, retryAttempts: 0 });

  return {
    username,
    async request(operation, ...[variables]) {
      const response = await post(endpoint, headers, payload(operation, variables));
      return dataOf((await response.json()) as Answer);
    },
    async watch(operation, ...[variables]) {
      const results = sockets.iterate(payload(operation, variables));
      // The protocol does not acknowledge a subscription: the answer to a query behind it on the same socket does.
      return await openSubscription(results, sockets.iterate(payload(viewerQuery, {})).next());
    },
    async stream(operation, ...[variables]) {
      const listening = Promise.withResolvers<void>();
      const connected = () => listening.resolve();
      const results = streams.iterate(payload(operation, variables), { connected });
      return await openSubscription(results, listening.promise);
    },
    async close() {
      streams.dispose();
      await sockets.dispose();
    },
  };
}

function payload<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables | undefined) {
  return { query: operation.toString(), variables: variables as Record<string, unknown> };
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<Response> {
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  return await fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
}
