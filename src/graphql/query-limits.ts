import { GraphQLError } from 'graphql';

/** How much one operation may ask for. A list counts ten times what each of its records asks for. */
export const queryLimits = { depth: 14, breadth: 400, complexity: 20_000 };

/** Answers an operation that asks for more than {@link queryLimits}, before anything is read. */
export function queryTooLarge(kind: string): GraphQLError {
  const limit = queryLimits[kind.toLowerCase() as keyof typeof queryLimits];
  return new GraphQLError(
    `The operation asks for too much at once (${kind.toLowerCase()} above ${limit}). Ask for fewer fields, fewer levels, or in several operations.`,
    { extensions: { code: 'QUERY_TOO_LARGE' } },
  );
}
