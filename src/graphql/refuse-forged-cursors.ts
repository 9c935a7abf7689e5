import { type DocumentNode, GraphQLError, valueFromASTUntyped, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const form = /^GPC:S:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor that no list gave would only make the database fail: the operation is refused before it runs. */
export function refuseForgedCursors(): Plugin {
  return {
    onExecute: ({ args }) => requireCursors(args.document, args.variableValues),
    onSubscribe: ({ args }) => requireCursors(args.document, args.variableValues),
  };
}

function requireCursors(document: DocumentNode, variables: Record<string, unknown> | null | undefined): void {
  visit(document, {
    Argument({ name, value }) {
      if (name.value !== 'after' && name.value !== 'before') return;
      const cursor = valueFromASTUntyped(value, variables);
      if (typeof cursor === 'string' && !form.test(Buffer.from(cursor, 'base64').toString('latin1'))) {
        throw new GraphQLError('This is no cursor of this API: send one that a page of the same list gave.', {
          extensions: { code: 'BAD_CURSOR', http: { status: 400 } },
        });
      }
    },
  });
}
