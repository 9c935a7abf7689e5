import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { ExecutionResult } from 'graphql-ws';

/** Errors as a socket tells them: the status and headers that they have for HTTP mean nothing there. */
export function withoutHttp(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { extensions: { http: _, ...extensions } = {}, ...told } = error.toJSON();
    return { ...told, extensions };
  });
}

/** A result as a socket tells it; nothing where it can be told as it is. */
export function resultWithoutHttp({
  errors,
  ...rest
}: ExecutionResult): FormattedExecutionResult | undefined {
  if (errors === undefined) return undefined;
  return { ...(rest as FormattedExecutionResult), errors: withoutHttp(errors) };
}
