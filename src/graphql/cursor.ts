import { GraphQLError, GraphQLScalarType, GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';

const form = /^GPC:S:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws GraphQLError for anything that is no cursor of this API, before the operation runs. */
function readCursor(value: unknown): string {
  if (typeof value === 'string' && form.test(Buffer.from(value, 'base64').toString('latin1'))) return value;
  throw new GraphQLError('This is no cursor of this API: send one that a page of the same list gave.', {
    extensions: { code: 'BAD_CURSOR' },
  });
}

const Cursor = new GraphQLScalarType({
  name: 'Cursor',
  description: 'A place in a list: opaque, from a page of the same list.',
  serialize: String,
  parseValue: readCursor,
  parseLiteral: (node) => readCursor(node.kind === Kind.STRING ? node.value : null),
});

/** Gives every cursor of the schema's connections a scalar of their own, so that a forged one is refused when it is read. */
export function withCursors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const argument of field.args) {
        if (['after', 'before'].includes(argument.name)) argument.type = Cursor;
      }
    }
  }
  return new GraphQLSchema(schema.toConfig());
}
