import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
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
import { perDocument } from './per-document.ts';
import { schema } from './schema.ts';

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
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Record<string, unknown> | null | undefined;
};

/** The fields that are given a cursor, of all operations and fragments. */
const withCursor = perDocument((document) => {
  const found: { field: Field; node: FieldNode }[] = [];
  const types = new TypeInfo(schema);
  const visitor = {
    Field(node: FieldNode) {
      const field = types.getFieldDef();
      const given = node.arguments?.some(({ name }) => name.value === 'after' || name.value === 'before');
      if (field && given === true && types.getParentType() !== schema.getSubscriptionType())
        found.push({ field, node });
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return found;
});

function requireCursors({ document, operationName, variableValues }: Operation): void {
  const fields = withCursor(document);
  if (fields.length === 0) return;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variableValues ?? {});
  // Variables that do not fit are refused by the execution, before it begins.
  if (coerced === undefined) return;
  for (const { field, node } of fields) requireCursor(field, node, coerced);
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
