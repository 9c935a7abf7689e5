import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { currentLanguage } from './request-language.ts';

type Operation = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Record<string, unknown> | null | undefined;
};
type Result = { errors?: readonly GraphQLError[] };

/**
 * Says what is wrong with variables, which are read when an operation is about to run, after its document is validated: where, and what
 * is expected there. What was sent is not said again, for it may be a client's.
 */
export function nameBadVariables(): Plugin {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        if (!isAsyncIterable(result)) setResult(explained(result, args));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: ({ result, setResult }) => {
        if (!isAsyncIterable(result)) setResult(explained(result as Result, args));
      },
    }),
  };
}

/** What comes of no field, and nobody has named, comes of the variables. */
function explained<Answer extends Result>(result: Answer, operation: Operation): Answer {
  const ofVariables = ({ path, extensions }: GraphQLError) =>
    path === undefined && extensions.code === undefined;
  const { errors } = result;
  if (errors === undefined || !errors.some(ofVariables)) return result;
  const wrong = problems(operation);
  // One that is missing altogether is named without a value.
  const told = wrong.length > 0 ? wrong : errors.map(({ message, nodes }) => badInput(message, nodes?.[0]));
  return { ...result, errors: told };
}

/** More help nobody. */
const mostProblems = 20;

function problems({ schema, document, operationName, variableValues }: Operation): GraphQLError[] {
  const found: GraphQLError[] = [];
  for (const definition of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
    const { value: name } = definition.variable.name;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type) || !Object.hasOwn(variableValues ?? {}, name)) continue;
    coerceInputValue(variableValues?.[name], type, (path, _value, error) => {
      if (found.length < mostProblems)
        found.push(problem(definition, path, expected(type, path, error.message)));
    });
  }
  return found;
}

function problem(
  definition: VariableDefinitionNode,
  path: readonly (string | number)[],
  { EN, FR }: Bilingual,
): GraphQLError {
  const { value: name } = definition.variable.name;
  const place = [name, ...path].join('.');
  const text = {
    EN: `Variable "$${name}" does not fit at "${place}": ${EN}`,
    FR: `La variable « $${name} » ne convient pas à « ${place} » : ${FR}`,
  };
  return badInput(text[currentLanguage()], definition);
}

function badInput(message: string, node: ASTNode | undefined): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
  return new GraphQLError(message, { nodes: node ?? null, extensions });
}

/** What should be there instead, by the schema alone. */
function expected(type: GraphQLInputType, path: readonly (string | number)[], said: string): Bilingual {
  const [, missing, ofType] =
    /^Field "(\w+)" of required type "([\w[\]!]+)" was not provided\.$/.exec(said) ?? [];
  if (missing !== undefined) {
    return {
      EN: `the field "${missing}" of type ${ofType} is missing.`,
      FR: `le champ « ${missing} » de type ${ofType} manque.`,
    };
  }
  const there = typeAt(type, path);
  if (/^Field ".*" is not defined by type /s.test(said)) {
    return { EN: `${there} has not all of its fields.`, FR: `${there} n’a pas tous ses champs.` };
  }
  return { EN: `${there} is expected.`, FR: `${there} est attendu.` };
}

/** The type of what is at a path in a value of a type. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  const inside = isNonNullType(type) ? type.ofType : type;
  const [step, ...rest] = path;
  if (step === undefined) return type;
  if (isListType(inside)) return typeAt(inside.ofType, typeof step === 'number' ? rest : path);
  const field = isInputObjectType(inside) ? inside.getFields()[String(step)] : undefined;
  return field === undefined ? type : typeAt(field.type, rest);
}
