import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { InvalidInput } from '../domain/errors.ts';
import type { SentFile } from '../domain/referrals/add-referral-document.ts';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import { calendarDay, calendarInstant } from './calendar.ts';
import type { RequestContext } from './context.ts';
import { cursorPlugin } from './cursor-plugin.ts';
import { encodeGlobalId } from './global-ids.ts';
import { readNodeId, requireNodeIds } from './ids.ts';
import { InvalidId } from './invalid-id.ts';
import { auditPlugin } from './oversight/audit-plugin.ts';
import { pageDescriptions } from './page-descriptions.ts';
import { fieldCost, pageSizes, queryLimits, queryTooLarge } from './query-limits.ts';
import { recordsInOneStatement } from './records-in-one-statement.ts';
import { signInError } from './sign-in-refusals.ts';

const longestPage = pageSizes.longest;

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
  // In this order each goes around those after it.
  plugins: [
    ErrorsPlugin,
    ScopeAuthPlugin,
    ComplexityPlugin,
    RelayPlugin,
    cursorPlugin,
    PrismaPlugin,
    auditPlugin,
  ],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  errors: {
    directResult: true,
    defaultTypes: [InvalidId],
    defaultUnionOptions: {
      description: 'The success of the mutation, or why it was refused.',
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  scopeAuth: {
    authScopes: (context) => ({ signedIn: context.signedIn }),
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, { signInRefusal, language }) =>
      signInError(signInRefusal ?? 'NO_TOKEN', language),
  },
  complexity: { limit: queryLimits, fieldComplexity: fieldCost, complexityError: queryTooLarge },
  relay: {
    cursorType: 'String',
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: readNodeId,
    ...pageDescriptions,
    nodesOnConnection: pageDescriptions.nodesFieldOptions,
    nodeTypeOptions: { description: 'A record with an id that is unique in the whole API.' },
    nodeQueryOptions: {
      description: 'Any record by its id, if you may see it.',
      args: { id: { description: 'The id of the record.' } },
      resolve: (_root, { id }, _context, _info, resolveNode) => {
        requireNodeIds([id], () => 'id');
        return resolveNode(id);
      },
    },
    nodesQueryOptions: {
      description: `Records by their ids, at most ${longestPage}; null in the place of each you may not see.`,
      args: { ids: { description: 'The ids of the records.' } },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > longestPage) throw tooManyIds();
        requireNodeIds(ids, (place) => `ids.${place}`);
        return resolveNodes(ids);
      },
    },
  },
  prisma: {
    client: ({ platform }) => recordsInOneStatement(platform.database),
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    // And the record of the cursor, which no page shows.
    maxConnectionSize: longestPage + 1,
    defaultConnectionSize: pageSizes.usual,
    onUnusedQuery: null,
  },
});

builder.addScalarType('Date', calendarDay, {
  description: 'A calendar day, YYYY-MM-DD, of the years 1000 to 9999.',
});
builder.addScalarType('DateTime', calendarInstant, {
  description: 'An instant, RFC 3339, of the years 1000 to 9999.',
});

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
