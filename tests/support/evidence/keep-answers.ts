import { keepEvidence } from './keep-evidence.ts';

/**
 * Keeps what each GraphQL answer that the tests of this file get says of errors and refusals, and the links in it, over
 * HTTP and WebSocket alike. Of what was asked for nothing is kept: that is client data by right.
 */
const seen = new Set<string>();

/** What a refusal says of itself, besides the records it names. */
const texts = ['code', 'message', 'advice', 'reason', 'field', 'excerpt'];

function keep(text: string): void {
  if (seen.has(text)) return;
  seen.add(text);
  keepEvidence('answer', text);
}

function look(value: unknown, path: string): void {
  if (Array.isArray(value)) for (const item of value) look(item, path);
  if (typeof value === 'string' && /^https?:\/\//.test(value)) keep(`${path} ${value}`);
  if (typeof value !== 'object' || value === null) return;
  const refusal = 'code' in value && ('message' in value || 'reason' in value);
  for (const [name, of] of Object.entries(value)) {
    if (refusal && texts.includes(name)) keep(`${path}.${name} ${String(of)}`);
    look(of, Array.isArray(value) ? path : `${path}.${name}`);
  }
}

/** Every text in a request: what an error repeats of it, its sender has said themselves. */
function textsIn(value: unknown): string[] {
  const texts = new Set<string>();
  // Without recursion: a request may be nested deeper than the stack.
  const parts = [value];
  while (parts.length > 0) {
    const part = parts.pop();
    if (typeof part === 'string' && part.length > 2) texts.add(part).add(JSON.stringify(part).slice(1, -1));
    if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) parts.push(inner);
  }
  return [...texts];
}

/** The text of an error without what the request has in quotes or in its variables. */
function withoutEcho(text: string, asked: string): string {
  const { query, variables } = (parsed(asked) ?? {}) as { query?: unknown; variables?: unknown };
  // What is sent as a document need not be a text.
  const document = typeof query === 'string' ? query : '';
  const unquoted = text.replaceAll(/"([^"]+)"/g, (quoted, inside) =>
    document.includes(inside) ? '' : quoted,
  );
  return textsIn(variables).reduce((left, said) => left.replaceAll(said, ''), unquoted);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

type Answer = { data?: unknown; errors?: unknown; payload?: unknown };

/** @param asked the request's body, where it is known. */
function lookAt(body: string, asked = ''): void {
  const answer = parsed(body) as Answer | null;
  const { data, errors } = ((answer?.payload ?? answer) as Answer | null) ?? {};
  for (const said of [answer?.payload, errors].filter(Array.isArray)) {
    for (const { message, extensions } of said) {
      keep(`errors ${withoutEcho(String(message), asked)} ${JSON.stringify(extensions)}`);
    }
  }
  look(data, 'data');
}

const { fetch: ask, WebSocket: Socket } = globalThis;

globalThis.fetch = async (...asked) => {
  const answer = await ask(...asked);
  if (answer.headers.get('content-type')?.includes('json') && answer.url.includes('/graphql')) {
    // A body can be read once; whoever hangs up has none.
    answer
      .clone()
      .text()
      .then(
        (body) => lookAt(body, String(asked[1]?.body ?? '')),
        () => undefined,
      );
  }
  return answer;
};

globalThis.WebSocket = class extends Socket {
  constructor(...given: ConstructorParameters<typeof Socket>) {
    super(...given);
    this.addEventListener('message', ({ data }) => lookAt(String(data)));
  }
};
