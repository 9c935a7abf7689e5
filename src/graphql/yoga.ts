import { GraphQLError } from 'graphql';
import { createYoga, type GraphiQLOptions, maskError, type YogaServerInstance } from 'graphql-yoga';
import type { DevelopmentTokens } from '../platform/access-tokens.ts';
import { describeError } from '../platform/describe-error.ts';
import type { Logger } from '../platform/log.ts';
import { acceptUploads, longestRequest, uploadFetch } from './accept-uploads.ts';
import { type ContextBase, createContext, type RequestContext } from './context.ts';
import { limitOperations } from './limit-operations.ts';
import { limitTokens } from './limit-tokens.ts';
import { readLiveCursorFirst } from './live-cursor.ts';
import { refuseForgedCursors } from './refuse-forged-cursors.ts';
import { refuseNul } from './refuse-nul.ts';
import { schema } from './schema.ts';
import { showRefusals } from './show-refusals.ts';
import type { SignIn } from './sign-in.ts';
import { tellAgain } from './tell-again.ts';

/** The GraphQL engine: over HTTP, SSE and, through its envelope, WebSocket. */
export type Yoga = YogaServerInstance<ServerContext, RequestContext>;

/** What the transport hands to the engine: sockets make the context of an operation themselves. */
type ServerContext = { socketContext?: RequestContext };

/** What the engine is made of. */
export type YogaOptions = {
  base: ContextBase;
  signIn: SignIn;
  log: Logger;
  /** Given in development alone: GraphiQL is there, signed in with one of these. */
  developmentTokens: DevelopmentTokens | null;
};

/** Makes the engine. What is not a refusal is masked, and logged by its name and place, without what the request held. */
export async function createGraphQL(options: YogaOptions): Promise<Yoga> {
  const { base, signIn, log, developmentTokens } = options;
  return createYoga<ServerContext, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // Tokens are sent as headers and never kept by the browser, so any page may ask, without credentials of its own.
    cors: { origin: '*', credentials: false },
    logging: false,
    multipart: true,
    fetchAPI: uploadFetch,
    maxRequestBodySize: longestRequest,
    plugins: [
      acceptUploads(signIn),
      limitOperations(),
      limitTokens(),
      refuseNul(),
      refuseForgedCursors(),
      readLiveCursorFirst(),
      showRefusals(),
      tellAgain(),
    ],
    maskedErrors: {
      maskError(error, message) {
        const original = error instanceof GraphQLError ? error.originalError : error;
        if (original !== undefined && !(original instanceof GraphQLError)) {
          log.error(describeError(original), 'unexpected error');
        }
        return maskError(error, message, false);
      },
    },
    // A socket's operations bring their context along.
    context: async ({ request, socketContext }) =>
      socketContext ??
      createContext(
        base,
        await signIn(request.headers.get('authorization')),
        request.headers.get('accept-language'),
      ),
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
