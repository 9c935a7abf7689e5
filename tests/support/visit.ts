import { type SignInOptions, signIn } from '../../demo/client.ts';
import type { RawAnswer, Visitor } from './api.ts';
import { requestBody } from './request-body.ts';

/** Signs a sample user in at a service that runs as a process of its own; close the visitor in the end. */
export async function visit(
  url: string,
  username: string,
  { language = 'en' }: SignInOptions = {},
): Promise<Visitor> {
  const client = await signIn(url, username, { language });
  const answer = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  });
  const { token } = (await answer.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  return {
    ...client,
    authorization,
    async ask(document, variables = {}, headers = {}): Promise<RawAnswer> {
      const content = requestBody(document.toString(), variables);
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...content.headers, authorization, 'accept-language': language, ...headers },
        body: content.body,
      });
      const { status, headers: answered } = response;
      return { status, headers: answered, ...((await response.json()) as object) };
    },
  };
}
