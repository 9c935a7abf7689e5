import {
  type ArgumentNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { currentLanguage } from './request-language.ts';

const id = 'S:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** By the id of a record, or by two for one that has none of its own. */
const form = new RegExp(`^GPC:(${id}|T:\\["${id}","${id}"\\])$`);

const text: Bilingual = {
  EN: 'This is no cursor of this API: send one that a page of the same list gave.',
  FR: 'Ce n’est pas un curseur de cette API : envoyez-en un qu’une page de la même liste a donné.',
};

/**
 * A cursor that no list gave would only make the database fail: the operation is refused before it runs. Those of
 * subscriptions are of another kind; see deliver.
 */
export function refuseForgedCursors(): Plugin {
  return {
    onExecute: ({ args }) => requireCursors(args),
    onSubscribe: ({ args }) => requireCursors(args),
  };
}

type Operation = {
  schema: GraphQLSchema;
  document: DocumentNode;
  variableValues?: Record<string, unknown> | null | undefined;
};

function requireCursors({ schema, document, variableValues }: Operation): void {
  const types = new TypeInfo(schema);
  const visitor = {
    Argument({ name, value }: ArgumentNode) {
      if (name.value !== 'after' && name.value !== 'before') return;
      if (types.getParentType() === schema.getSubscriptionType()) return;
      const cursor = valueFromASTUntyped(value, variableValues);
      if (typeof cursor === 'string' && !form.test(Buffer.from(cursor, 'base64').toString('latin1'))) {
        throw new GraphQLError(text[currentLanguage()], {
          extensions: { code: 'BAD_CURSOR', http: { status: 400 } },
        });
      }
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
}
