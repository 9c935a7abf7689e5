import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { badCursor } from './bad-cursor.ts';
import { decodeCursor } from './list-cursors.ts';

/**
 * Refuses an operation with a cursor that its list never gave before it runs, so that a mutation is not made only for its answer to
 * fail. Those of subscriptions are of another kind; see deliver.
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
  operationName?: string | null | undefined;
  variableValues?: Record<string, unknown> | null | undefined;
};

function requireCursors({ schema, document, operationName, variableValues }: Operation): void {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variableValues ?? {});
  // Variables that do not fit are refused by the execution, before it begins.
  if (coerced === undefined) return;
  const types = new TypeInfo(schema);
  const visitor = {
    Field(node: FieldNode) {
      const field = types.getFieldDef();
      if (field && types.getParentType() !== schema.getSubscriptionType())
        requireCursor(field, node, coerced);
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
}

type Field = GraphQLField<unknown, unknown>;

function requireCursor({ type, args }: Field, node: FieldNode, variables: Record<string, unknown>): void {
  const given = (name: string) => {
    const declared = args.find((arg) => arg.name === name);
    const sent = node.arguments?.find((argument) => argument.name.value === name);
    return declared && valueFromAST(sent?.value, declared.type, variables);
  };
  for (const cursor of [given('after'), given('before')]) {
    if (typeof cursor !== 'string') continue;
    const list = { pages: getNamedType(type).name, order: given('orderBy') };
    if (decodeCursor(list, cursor) === null) throw badCursor({ http: { status: 400 } });
  }
}
