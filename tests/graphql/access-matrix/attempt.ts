import type { Visitor } from '../../support/api.ts';

/**
 * Calls a mutation by its name.
 * @returns the type that it answered, or the errors where it answered none.
 */
export async function attempt(visitor: Visitor, mutation: string, input: object): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await visitor.ask(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename ... on Error { code } } }`,
    { input },
  );
  const answer = (data as Record<string, { __typename: string }> | undefined)?.[mutation]?.__typename;
  return answer ?? JSON.stringify(errors);
}

/**
 * Calls a mutation by its name.
 * @throws unless it succeeds.
 */
export async function act(visitor: Visitor, mutation: string, input: object): Promise<void> {
  const answer = await attempt(visitor, mutation, input);
  if (!answer.endsWith('Success')) throw new Error(`${mutation}: ${answer}`);
}
