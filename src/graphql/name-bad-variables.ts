import type { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** Gives a code to what is wrong with variables, which are read when an operation is about to run, after its document is validated. */
export function nameBadVariables(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result }) {
        if (!isAsyncIterable(result)) name(result.errors);
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult({ result }) {
        if (!isAsyncIterable(result)) name(result.errors);
      },
    }),
  };
}

/** What comes of no field, and nobody has named, comes of the variables. */
function name(errors: readonly GraphQLError[] = []): void {
  for (const { path, extensions } of errors) if (path === undefined) extensions.code ??= 'BAD_USER_INPUT';
}
