/** What a GraphQL server answers to a request, or sends for an event. */
export type Answer = { data?: unknown; errors?: readonly { message: string }[] | undefined };

/** @throws an Error with the messages where the answer has errors. */
export function dataOf<Data>({ data, errors }: Answer): Data {
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data as Data;
}

/**
 * The success among the answers of a mutation.
 * @throws an Error with the message of the refusal, where it is one.
 */
export function accepted<Result extends { __typename: string }>(
  result: Result,
): Extract<Result, { __typename: `${string}Success` }> {
  if (isSuccess(result)) return result;
  const { __typename, message, fields = [] } = result as Result & Refusal;
  const details = fields.map((field) => `\n${field.field}: ${field.message}`).join('');
  throw new Error(`${__typename}: ${message}${details}`);
}

type Refusal = { message?: string; fields?: { field: string; message: string }[] };

function isSuccess<Result extends { __typename: string }>(
  result: Result,
): result is Extract<Result, { __typename: `${string}Success` }> {
  return result.__typename.endsWith('Success');
}
