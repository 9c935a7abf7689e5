import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type DocumentNode, Kind } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { RequestContext } from './context.ts';
import { queryLimits } from './query-limits.ts';

/** Tells in `extensions.cost` what the operation has cost, and what it may, so that clients stay clear of the limits. */
export function showCost(): Plugin<RequestContext> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result)) return;
        const { schema, contextValue: ctx, variableValues, operationName } = args;
        const document: DocumentNode = args.document;
        // Only the one that was run is counted.
        const definitions = document.definitions.filter(
          (one) =>
            one.kind !== Kind.OPERATION_DEFINITION || !operationName || one.name?.value === operationName,
        );
        const variables = variableValues ?? {};
        try {
          const spent = complexityFromQuery({ ...document, definitions }, { schema, ctx, variables });
          const cost = { ...spent, limits: queryLimits };
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        } catch {
          // Its variables are wrong: the answer says so.
        }
      },
    }),
  };
}
