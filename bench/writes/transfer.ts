import type { TransferInput } from './find-transfers.ts';

const query = `mutation Transfer($input: TransferCaseInput!) {
  transferCase(input: $input) { __typename ... on Error { code message } ... on TransferCaseSuccess { message case { id number status } } }
}`;

/** Transfers a case. @throws where it is refused. */
export async function transfer(
  { url, token }: { url: string; token: string },
  input: TransferInput,
): Promise<void> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await answer.text();
  if (!text.includes('"TransferCaseSuccess"'))
    throw new Error(`not transferred: ${answer.status} ${text.slice(0, 500)}`);
}
