import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga, type GraphiQLOptions, type YogaServerInstance } from 'graphql-yoga';
import type { DevelopmentTokens } from '../platform/development-tokens.ts';
import type { Logger } from '../platform/log.ts';
import type { PersistedDocuments } from '../platform/persisted-documents.ts';
import { acceptUploads, longestRequest, uploadFetch } from './accept-uploads.ts';
import { checkPages } from './check-pages.ts';
import { type ContextBase, createContext, type RequestContext } from './context.ts';
import { endWithToken } from './end-with-token.ts';
import { explainRequests } from './explain-requests.ts';
import { limitDocuments } from './limit-documents.ts';
import { type Introspection, limitIntrospection } from './limit-introspection.ts';
import { limitOperations } from './limit-operations.ts';
import { limitVariables } from './limit-variables.ts';
import { readLiveCursorFirst } from './live-cursor.ts';
import { nameBadVariables } from './name-bad-variables.ts';
import { recordShownViews } from './oversight/record-shown-views.ts';
import { persistedDocuments } from './persisted-documents.ts';
import { refuseForgedCursors } from './refuse-forged-cursors.ts';
import { refuseNul } from './refuse-nul.ts';
import { rememberDocuments } from './remember-documents.ts';
import { requestLanguage } from './request-language.ts';
import { schema } from './schema.ts';
import { countFailedSignIn } from './shell/count-failed-sign-in.ts';
import { explainUnreadable } from './shell/explain-unreadable.ts';
import { limitRates, type ToldHeaders } from './shell/limit-rates.ts';
import { limitStreams } from './shell/limit-streams.ts';
import { maskedError } from './shell/masked-error.ts';
import { type Rates, rateLimited } from './shell/rates.ts';
import { showCost } from './show-cost.ts';
import { showRefusals } from './show-refusals.ts';
import type { SignIn } from './sign-in.ts';
import { tellAgain } from './tell-again.ts';

/** The GraphQL engine: over HTTP, SSE and, through its envelope, WebSocket. */
export type Yoga = YogaServerInstance<ServerContext, RequestContext>;

/** What the transport hands to the engine: sockets make the context of an operation themselves. */
type ServerContext = {
  http?: HttpCircumstances;
  req?: IncomingMessage;
  res?: ServerResponse;
  socketContext?: RequestContext;
};

/** What is known of a request over HTTP before it is read: what it is called, and the network it comes from. */
export type HttpCircumstances = ToldHeaders & { requestId: string; address: string };

/** What may be asked, besides by whom. */
export type AskedFor = {
  introspection: Introspection;
  /** Null where documents are sent whole. */
  documents: PersistedDocuments | null;
  /** Whether answers tell what they cost. */
  showsCost: boolean;
};

/** What the engine is made of. */
export type YogaOptions = {
  asked: AskedFor;
  base: ContextBase;
  signIn: SignIn;
  rates: Rates;
  log: Logger;
  /** Given in development alone: GraphiQL is there, signed in with one of these. */
  developmentTokens: DevelopmentTokens | null;
};

/** Makes the engine. What is not a refusal is masked, and logged by its name and place, without what the request held. */
export async function createGraphQL(options: YogaOptions): Promise<Yoga> {
  const { asked, base, signIn, rates, log, developmentTokens } = options;
  return createYoga<ServerContext, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // What every route has around it sees to CORS.
    cors: false,
    logging: false,
    multipart: true,
    batching: false,
    // See rememberDocuments.
    parserAndValidationCache: false,
    fetchAPI: uploadFetch,
    maxRequestBodySize: longestRequest,
    plugins: [
      acceptUploads(signIn),
      limitOperations(),
      explainUnreadable(),
      ...(asked.documents === null ? [] : [persistedDocuments(asked.documents)]),
      explainRequests(),
      rememberDocuments(),
      limitDocuments(),
      limitIntrospection(asked.introspection),
      limitRates(rates),
      limitStreams(),
      limitVariables(),
      refuseNul(),
      checkPages(),
      refuseForgedCursors(),
      readLiveCursorFirst(),
      showRefusals(),
      nameBadVariables(),
      ...(asked.showsCost ? [showCost()] : []),
      tellAgain(),
      endWithToken(),
      recordShownViews(),
    ],
    maskedErrors: {
      maskError: (error) => maskedError(error, log),
    },
    // A socket's operations bring their context along.
    context: async ({ request, http, socketContext }) => {
      if (socketContext !== undefined) return socketContext;
      const { requestId = '', address = '' } = http ?? {};
      const acceptLanguage = request.headers.get('accept-language');
      const signedIn = await signIn(request.headers.get('authorization'));
      const tooMany = countFailedSignIn(signedIn, rates, address);
      if (tooMany !== null) throw rateLimited(tooMany, requestLanguage(acceptLanguage, 'EN'));
      return createContext(base, signedIn, { requestId, acceptLanguage });
    },
    ...(developmentTokens === null ? { graphiql: false } : await graphiql(developmentTokens)),
  });
}

async function graphiql(tokens: DevelopmentTokens) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return {
    renderGraphiQL,
    graphiql: async (request: Request): Promise<GraphiQLOptions> => {
      const username = new URL(request.url).searchParams.get('as') ?? 'north.manager';
      const headers = JSON.stringify({ Authorization: `Bearer ${await tokens.issue(username)}` }, null, 2);
      return {
        title: `Handoff as ${username}`,
        defaultQuery: defaultQuery(username),
        headers,
        shouldPersistHeaders: false,
      };
    },
  };
}

const defaultQuery = (
  username: string,
) => `# You are signed in as ${username}. To be somebody else: /graphql?as=south.manager
query Cases {
  viewer { username organization { name } }
  cases(first: 5) {
    totalCount
    nodes { id number status person { listedName } }
  }
}
`;
