import { GraphQLError } from 'graphql';

/** In UTF-16 units; longer than whatever is said here. */
const longestMessage = 1_000;

/** An error whose message is no longer than it need be. What is wrong with a value repeats it: whoever sends a megabyte is not sent it back. */
export function inShort(error: GraphQLError): GraphQLError {
  if (error.message.length <= longestMessage) return error;
  const { nodes = null, source = null, path = null, extensions } = error;
  const message = `${error.message.slice(0, longestMessage)}…`;
  return new GraphQLError(message, { nodes, source, positions: error.positions ?? null, path, extensions });
}
