import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { InvalidInput } from '../domain/errors.ts';
import type { SentFile } from '../domain/referrals/add-referral-document.ts';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import { notSignedIn, type RequestContext } from './context.ts';
import { readNodeId } from './ids.ts';
import { pageDescriptions } from './page-descriptions.ts';
import { queryLimits, queryTooLarge } from './query-limits.ts';

/** No page is longer; a client that asks for more gets this many. */
const longestPage = 100;

function tooManyIds(): InvalidInput {
  const text = { EN: `At most ${longestPage} ids.`, FR: `Au plus ${longestPage} identifiants.` };
  return new InvalidInput([{ field: 'ids', text }]);
}

/** The schema builder that every slice adds its types and fields to. */
export const builder = new SchemaBuilder<{
  Context: RequestContext;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  AuthScopes: { signedIn: boolean };
  Connection: { totalCount: number };
  Scalars: {
    Date: { Input: Date; Output: Date };
    DateTime: { Input: Date; Output: Date };
    File: { Input: SentFile; Output: never };
    ID: { Input: string; Output: string };
  };
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: {
      description: 'The success of the mutation, or why it was refused.',
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  scopeAuth: {
    authScopes: (context) => ({ signedIn: context.signedIn }),
    authorizeOnSubscribe: true,
    unauthorizedError: () => notSignedIn(),
  },
  complexity: { limit: queryLimits, complexityError: (kind) => queryTooLarge(kind) },
  relay: {
    cursorType: 'String',
    decodeGlobalID: readNodeId,
    ...pageDescriptions,
    nodesOnConnection: pageDescriptions.nodesFieldOptions,
    nodeTypeOptions: { description: 'A record with an id that is unique in the whole API.' },
    nodeQueryOptions: {
      description: 'Any record by its id, if you may see it.',
      args: { id: { description: 'The id of the record.' } },
    },
    nodesQueryOptions: {
      description: `Records by their ids, at most ${longestPage}; null in the place of each you may not see.`,
      args: { ids: { description: 'The ids of the records.' } },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > longestPage) throw tooManyIds();
        return resolveNodes(ids);
      },
    },
  },
  prisma: {
    client: (context) => context.platform.database,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    maxConnectionSize: longestPage,
    defaultConnectionSize: 25,
    onUnusedQuery: null,
  },
});

builder.addScalarType('Date', DateResolver, { description: 'A calendar day, YYYY-MM-DD.' });
builder.addScalarType('DateTime', DateTimeResolver, { description: 'An instant, RFC 3339.' });

builder.queryType({ authScopes: { signedIn: true }, description: 'Everything that can be read.' });
builder.mutationType({
  authScopes: { signedIn: true },
  description:
    'Everything that can be changed. Each answers its success or a typed refusal, and a refusal changes nothing.',
});
builder.subscriptionType({
  authScopes: { signedIn: true },
  description: 'What happens, as it happens, over WebSocket (graphql-ws) or server-sent events.',
});
