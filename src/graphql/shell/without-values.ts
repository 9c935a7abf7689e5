import { type ASTNode, GraphQLError, Kind } from 'graphql';

const values: string[] = [
  ...[Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.NULL],
  ...[Kind.ENUM, Kind.LIST, Kind.OBJECT],
];

/** What tells the expected type in what graphql-js says of a value that does not fit. */
const expectedType =
  /^(?:Expected value of type "([\w[\]!]+)"|Enum "(\w+)" cannot|(\w+) cannot represent|Value "[\s\S]*" does not exist in "(\w+)" enum)/;

/** An error of validation without the value that it is about, which may be a client's: where it stands, the locations tell. */
export function withoutValues(error: GraphQLError): GraphQLError {
  const node: ASTNode | undefined = error.nodes?.[0];
  const type = expectedType
    .exec(error.message)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (node === undefined || !values.includes(node.kind) || type === undefined) return error;
  const { nodes = null, extensions } = error;
  return new GraphQLError(`A value of type "${type}" is expected here.`, { nodes, extensions });
}
