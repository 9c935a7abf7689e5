import { GraphQLError, type StringValueNode, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** PostgreSQL's text cannot hold the character U+0000, and nobody types it: an operation that sends one is refused as a whole. */
export function refuseNul(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule((context: ValidationContext) => ({
        StringValue(node: StringValueNode) {
          if (node.value.includes('\u0000')) context.reportError(refusal());
        },
      }));
    },
    onExecute: ({ args }) => requireNoNul(args.variableValues),
    onSubscribe: ({ args }) => requireNoNul(args.variableValues),
  };
}

function requireNoNul(value: unknown): void {
  if (typeof value === 'string' && value.includes('\u0000')) throw refusal();
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) requireNoNul(part);
}

function refusal(): GraphQLError {
  return new GraphQLError('Texts cannot hold the character U+0000. Leave it out.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
