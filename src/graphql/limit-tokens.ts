import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** More than any operation needs; a longer document is refused before it is read to its end. */
const mostTokens = 4_000;

/** Keeps documents short enough to be parsed in a moment, whoever sends them. */
export function limitTokens(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens: mostTokens });
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          throw new GraphQLError('The document is nested too deeply to be read.', {
            extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
          });
        }
      });
    },
  };
}
