import type { Plugin } from 'graphql-yoga';
import { isFile } from './accept-uploads.ts';
import { mostValues, tooMuch } from './query-limits.ts';

/** Refuses variables that hold more than any operation takes, before they are looked at any closer. */
export function limitVariables(): Plugin {
  return {
    onExecute: ({ args }) => requireFewValues(args.variableValues),
    onSubscribe: ({ args }) => requireFewValues(args.variableValues),
  };
}

function requireFewValues(variables: unknown): void {
  let count = 0;
  // Without recursion: variables may be nested deeper than the stack.
  const parts = [variables];
  while (parts.length > 0) {
    const part = parts.pop();
    // The bytes of a file are counted elsewhere.
    if (typeof part !== 'object' || part === null || isFile(part)) continue;
    const values: unknown[] = Object.values(part);
    count += values.length;
    if (count > mostValues) throw tooMany(count);
    parts.push(...values);
  }
}

function tooMany(count: number): Error {
  const error = tooMuch('variableValues', count, mostValues);
  error.extensions.http = { status: 400 };
  return error;
}
