import { GraphQLError, type StringValueNode, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { isFile } from './accept-uploads.ts';
import { currentLanguage } from './request-language.ts';

const text: Bilingual = {
  EN: 'Texts cannot hold the character U+0000. Leave it out.',
  FR: 'Les textes ne peuvent pas contenir le caractère U+0000. Omettez-le.',
};

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

function requireNoNul(variables: unknown): void {
  // Without recursion: variables may be nested deeper than the stack.
  const parts = [variables];
  while (parts.length > 0) {
    const part = parts.pop();
    if (typeof part === 'string' && part.includes('\u0000')) throw refusal();
    // The bytes of a file may be anything.
    if (typeof part !== 'object' || part === null || isFile(part)) continue;
    for (const inner of Object.values(part)) parts.push(inner);
  }
}

function refusal(): GraphQLError {
  return new GraphQLError(text[currentLanguage()], {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
