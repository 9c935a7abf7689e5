import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { Refusal } from '../domain/errors.ts';
import type { RequestContext } from './context.ts';
import { InvalidId } from './invalid-id.ts';

/**
 * Queries and subscriptions have no union to put a refusal in: it becomes an error with its code, its message in the
 * language of the request. Everything else is left to be masked.
 */
export function showRefusals(): Plugin<RequestContext> {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult, args }) {
        if (!isAsyncIterable(result)) setResult(shown(result, args.contextValue));
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult({ result, setResult, args }) {
        if (!isAsyncIterable(result)) setResult(shown(result, args.contextValue));
      },
    }),
  };
}

function shown(result: ExecutionResult, { language }: RequestContext): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    const refusal = error.originalError;
    if (!(refusal instanceof Refusal)) return error;
    const { nodes = null, path = null } = error;
    const field = refusal instanceof InvalidId && refusal.field !== null ? { field: refusal.field } : {};
    return new GraphQLError(refusal.text[language], {
      nodes,
      path,
      extensions: { code: refusal.code, ...field },
    });
  });
  return { ...result, errors };
}
