import type { TestApi, Visitor } from '../support/api.ts';

/** What came back, as it came. */
export type Sent = { status: number; body: string };

type Operation = { document: string; variables: object };

const headersOf = ({ authorization }: Visitor) => ({ authorization, 'content-type': 'application/json' });

/** Sends a query or a mutation. */
export async function send(api: TestApi, visitor: Visitor, operation: Operation): Promise<Sent> {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: headersOf(visitor),
    body: JSON.stringify({ query: operation.document, variables: operation.variables }),
  });
  return { status: answer.status, body: await answer.text() };
}

/** Opens a subscription as server-sent events and hears so many milliseconds of it; what refuses it comes at once. */
export async function listen(
  api: TestApi,
  visitor: Visitor,
  { document, variables }: Operation,
  milliseconds: number,
): Promise<Sent> {
  const ended = new AbortController();
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { ...headersOf(visitor), accept: 'text/event-stream' },
    body: JSON.stringify({ query: document, variables }),
    signal: ended.signal,
  });
  const timer = setTimeout(() => ended.abort(), milliseconds);
  let body = '';
  try {
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) body += chunk;
  } catch (error) {
    if (!ended.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return { status: answer.status, body };
}
