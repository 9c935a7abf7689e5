import { type GraphQLField, type GraphQLNamedType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

/** The names of a type's fields, as introspection gives them. */
export function fieldsOf(typename: string): string[] {
  return fields(typename).map(({ name }) => name);
}

/**
 * Selects every field of a type, and of what is no leaf all that can be reached from there; of a record that has an id of its
 * own, what it says itself.
 * @param within the types that it is in already, so as not to go in circles; theirs is only said to be there.
 */
export function everything(typename: string, within: string[] = []): string {
  const path = [...within, typename];
  const one = ({ name, type }: GraphQLField<unknown, unknown>) => {
    const of = getNamedType(type);
    if (isLeafType(of)) return name;
    if (isRecord(of)) return `${name} { __typename ${leavesOf(of.name)} }`;
    return `${name} { __typename ${path.includes(of.name) ? '' : everything(of.name, path)} }`;
  };
  return fields(typename).map(one).join(' ');
}

/** Selects every field of a type; of what is no leaf, enough to see whether it is there. */
export function everyField(typename: string): string {
  const one = ({ name, type }: GraphQLField<unknown, unknown>) =>
    isLeafType(getNamedType(type)) ? name : `${name} { __typename }`;
  return fields(typename).map(one).join(' ');
}

function isRecord(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

function leavesOf(typename: string): string {
  const leaves = fields(typename).filter(({ type }) => isLeafType(getNamedType(type)));
  return leaves.map(({ name }) => name).join(' ');
}

function fields(typename: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`${typename} is no object`);
  return Object.values(type.getFields());
}
