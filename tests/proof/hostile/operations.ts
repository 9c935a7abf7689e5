import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';

/** An operation that gives every argument of one field as a variable. */
export type Operation = {
  /** `Type.field`. */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  document: string;
  /** The arguments that are given; each variable is called as its argument. */
  args: readonly GraphQLArgument[];
};

type Field = GraphQLField<unknown, unknown>;

/** The types that `node` gives. */
export function nodeTypes(): string[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
}

/**
 * An operation for every field of the schema that takes arguments, wherever it stands.
 * @param idOf some id of a type, to get to its fields.
 */
export function operations(idOf: (type: string) => string): Operation[] {
  const found: Operation[] = [];
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (field.args.length > 0) found.push(operation(kind, root?.name ?? '', field, (inner) => inner));
    }
  }
  for (const [type, path] of pathsToTypes(idOf)) {
    for (const field of fieldsOf(schema.getType(type))) {
      if (field.args.length > 0) found.push(operation('query', type, field, path));
    }
  }
  return found;
}

/** `Type.field` for each field of an object type that takes arguments. */
export function fieldsWithArguments(): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      fieldsOf(type)
        .filter(({ args }) => args.length > 0)
        .map(({ name }) => `${type.name}.${name}`),
    );
}

function operation(
  kind: Operation['kind'],
  type: string,
  field: Field,
  path: (inner: string) => string,
): Operation {
  const variables = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = path(`${field.name}(${given}) ${selection(getNamedType(field.type), 2)}`);
  return {
    name: `${type}.${field.name}`,
    kind,
    args: field.args,
    document: `${kind} (${variables}) { ${asked} }`,
  };
}

/** How to get to a field of each object type that is not a root: by `node` where it has ids, else by what leads to it. */
function pathsToTypes(idOf: (type: string) => string): Map<string, (inner: string) => string> {
  const paths = new Map<string, (inner: string) => string>();
  for (const name of nodeTypes()) {
    paths.set(name, (inner) => `node(id: "${idOf(name)}") { ... on ${name} { ${inner} } }`);
  }
  const lead = (fields: Field[], around: (inner: string) => string) => {
    for (const field of fields) {
      const type = getNamedType(field.type);
      const args = needed(field, idOf);
      if (!isObjectType(type) || paths.has(type.name) || args === null) continue;
      paths.set(type.name, (inner) => around(`${field.name}${args} { ${inner} }`));
    }
  };
  lead(fieldsOf(schema.getQueryType()), (inner) => inner);
  for (const [name, path] of paths) lead(fieldsOf(schema.getType(name)), path);
  return paths;
}

/** What a field must be given to get past it; null where that cannot be told. */
function needed(field: Field, idOf: (type: string) => string): string | null {
  const given: string[] = [];
  for (const { name, type, defaultValue } of field.args) {
    if (!isNonNullType(type) || defaultValue !== undefined) continue;
    if (name === 'caseId') given.push(`caseId: "${idOf('Case')}"`);
    else if (String(type) === 'ReferralType!') given.push(`${name}: CASE_TRANSFER`);
    else return null;
  }
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function fieldsOf(type: GraphQLNamedType | null | undefined): Field[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** Selects what can be had without arguments, so many levels down, and of each refusal what all have. */
function selection(type: GraphQLNamedType, levels: number): string {
  if (isLeafType(type)) return '';
  if (isUnionType(type)) {
    const successes = type.getTypes().filter(({ name }) => name.endsWith('Success'));
    const inside = successes.map((one) => `... on ${one.name} ${selection(one, levels)}`);
    return `{ __typename ... on Error { code message } ${inside.join(' ')} }`;
  }
  const inside = fieldsOf(type).flatMap((field) => {
    const of = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (isLeafType(of)) return [field.name];
    return levels > 0 ? [`${field.name} ${selection(of, levels - 1)}`] : [];
  });
  return `{ __typename ${inside.join(' ')} }`;
}
