import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** What to give to fields, by `Type.field`. */
export type Given = Record<string, string>;

/** What whoever is shown it depends on whose it is: the walk asks for it where it enters by the organization that manages the case. */
const ownBusiness = [
  'Organization.agreements',
  'Organization.offices',
  'Organization.serviceDeliveryLocations',
  'Organization.staff',
  'StaffMember.account',
];

function selectEverything(type: GraphQLObjectType, given: Given, levels: number): string {
  return Object.values(type.getFields())
    .filter(({ name }) => !ownBusiness.includes(`${type.name}.${name}`))
    .map((field) => selectField(type.name, field, given, levels))
    .join(' ');
}

/**
 * Selects one field of a type, and so many levels of what it leads to, with every field there; a list is a level of its own.
 * @throws for a field that needs arguments that nobody gives.
 */
export function selectField(typename: string, field: Field, given: Given, levels: number): string {
  const type = getNamedType(field.type);
  const called = `${field.name}${argumentsOf(typename, field, given)}`;
  if (isLeafType(type)) return called;
  if (isInterfaceType(type)) return `${called} { __typename }`;
  if (!isObjectType(type))
    throw new Error(`${typename}.${field.name} gives ${type}, which the walk does not know`);
  const page = /(Connection|Edge)$/.test(type.name);
  if (levels <= 0) return `${called} { __typename }`;
  const inside = page ? selectPage(type, given, levels - 1) : selectEverything(type, given, levels - 1);
  return `${called} { __typename ${inside} }`;
}

/** A page’s nodes, or its edges’ where it has no nodes; how many there are in all, where it tells. */
function selectPage(type: GraphQLObjectType, given: Given, levels: number): string {
  const { nodes, totalCount } = type.getFields();
  if (nodes === undefined) throw new Error(`${type.name} has no nodes`);
  return [selectField(type.name, nodes, given, levels), totalCount === undefined ? '' : 'totalCount'].join(
    ' ',
  );
}

function argumentsOf(typename: string, field: Field, given: Given): string {
  const text = given[`${typename}.${field.name}`];
  if (text !== undefined) return `(${text})`;
  const lacking = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  if (lacking.length > 0) {
    throw new Error(
      `Say in tests/proof/access/arguments.ts what ${typename}.${field.name} is to be given: ${lacking.map(({ name }) => name)}.`,
    );
  }
  return '';
}
