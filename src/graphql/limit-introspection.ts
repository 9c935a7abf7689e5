import { type ExecutionResult, GraphQLError, visit } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { RequestContext } from './context.ts';
import { perDocument } from './per-document.ts';

/** Who may read the schema from the service: everybody, whoever is signed in, or nobody. */
export type Introspection = 'open' | 'signed-in' | 'off';

/**
 * Keeps the schema from those who may not read it. Where not everybody may, what is wrong with a document is told without the names that it
 * might have meant, since documents are checked before it is known who sent them.
 */
export function limitIntrospection(introspection: Introspection): Plugin<RequestContext> {
  if (introspection === 'open') return {};
  return {
    onValidate:
      () =>
      ({ valid, result, setResult }) => {
        if (!valid) setResult((result as GraphQLError[]).map(withoutSuggestion));
      },
    onExecute: ({ args }) => {
      const { signedIn, language } = args.contextValue;
      if (asksForSchema(args.document) && (introspection === 'off' || !signedIn))
        throw refusal(introspection, language);
      return {
        onExecuteDone({ result, setResult }) {
          if (!isAsyncIterable(result) && result.errors !== undefined)
            setResult(withoutSuggestions(result, result.errors));
        },
      };
    },
  };
}

const asksForSchema = perDocument((document) => {
  let asks = false;
  visit(document, {
    Field({ name: { value } }) {
      asks ||= value === '__schema' || value === '__type';
    },
  });
  return asks;
});

function refusal(introspection: Introspection, language: RequestContext['language']): GraphQLError {
  const text =
    introspection === 'off'
      ? {
          EN: 'The schema is not told here. Take schema.graphql.',
          FR: 'Le schéma n’est pas donné ici. Prenez schema.graphql.',
        }
      : { EN: 'Sign in to read the schema.', FR: 'Connectez-vous pour lire le schéma.' };
  return new GraphQLError(text[language], { extensions: { code: 'INTROSPECTION_NOT_ALLOWED' } });
}

const withoutSuggestions = (result: ExecutionResult, errors: readonly GraphQLError[]) => ({
  ...result,
  errors: errors.map(withoutSuggestion),
});

function withoutSuggestion(error: GraphQLError): GraphQLError {
  // What was thrown keeps what it is: it is read after this.
  if (error.originalError !== undefined && !(error.originalError instanceof GraphQLError)) return error;
  const message = error.message.replace(/ Did you mean [^?]*\?/g, '');
  if (message === error.message) return error;
  const { nodes = null, source = null, path = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions: error.positions ?? null, path, extensions });
}
