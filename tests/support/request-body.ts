/**
 * The body of a GraphQL request, with its headers: JSON, or multipart where the `input` among the variables holds a file,
 * by the GraphQL multipart request specification.
 */
export function requestBody(
  query: string,
  variables: object,
): { headers: Record<string, string>; body: string | FormData } {
  const input: object = 'input' in variables ? Object(variables.input) : {};
  const files = Object.entries(input).filter(([, value]) => value instanceof File);
  if (files.length === 0) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
  }
  const form = new FormData();
  const emptied = { ...input, ...Object.fromEntries(files.map(([field]) => [field, null])) };
  form.set('operations', JSON.stringify({ query, variables: { ...variables, input: emptied } }));
  form.set(
    'map',
    JSON.stringify(Object.fromEntries(files.map(([field], place) => [place, [`variables.input.${field}`]]))),
  );
  for (const [place, [, file]] of files.entries()) form.set(String(place), file);
  // The boundary is in the header that fetch makes.
  return { headers: {}, body: form };
}
