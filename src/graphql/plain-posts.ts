import type { IncomingMessage } from 'node:http';
import { type FetchAPI, type GraphQLParams, isAsyncIterable, processRegularResult } from 'graphql-yoga';
import type { Logger } from '../platform/log.ts';
import { longestOperation } from './accept-uploads.ts';
import { maskedError } from './shell/masked-error.ts';
import { isForm } from './shell/unreadable-body.ts';
import type { HttpCircumstances, Yoga } from './yoga.ts';

/** An operation of a plain POST, and how its answer is to be written. */
export type PlainPost = { params: GraphQLParams; mediaType: string };

/** What is answered to it. */
export type PlainAnswer = { status: number; headers: Record<string, string>; body: string };

/**
 * Reads a POST whose answer is one document of JSON: nearly all requests are such. For these the requests and responses of the Fetch API,
 * which Yoga makes of those of Node, take longer than everything else that is done around an operation.
 * @returns null for what is to go Yoga's own way: forms, subscriptions, operations by their hash, media types that have to be negotiated, and
 * whatever is not as it should be. A body that was read is left in the request.
 */
export async function readPlainPost(request: IncomingMessage & { body?: string }): Promise<PlainPost | null> {
  const { method, headers } = request;
  const mediaType = mediaTypeFor(headers.accept ?? '*/*');
  const length = Number(headers['content-length'] ?? 0);
  if (method !== 'POST' || mediaType === null || isForm(request)) return null;
  if (!(length > 0 && length <= longestOperation)) return null;
  const body = await bodyOf(request);
  const params = paramsOf(body);
  if (params !== null) return { params, mediaType };
  request.body = body;
  return null;
}

/** Runs the operation as Yoga does between its request and its response: with all plugins, and answers as it would. */
export async function answerPlainPost(
  yoga: Yoga,
  request: IncomingMessage,
  { params, mediaType }: PlainPost,
  { http, log }: { http: HttpCircumstances; log: Logger },
): Promise<PlainAnswer> {
  const light = { method: 'POST', headers: new RequestHeaders(request) } as unknown as Request;
  let result: Awaited<ReturnType<Yoga['getResultForParams']>>;
  try {
    result = await yoga.getResultForParams({ params, request: light }, { http });
  } catch (error) {
    result = { errors: [maskedError(error, log)] };
  }
  if (result === undefined || isAsyncIterable(result)) throw new Error('one answer was expected');
  return processRegularResult(result, answers, mediaType) as unknown as PlainAnswer;
}

/** What is read of a request by those who get one from Yoga. */
class RequestHeaders {
  readonly #request: IncomingMessage;
  constructor(request: IncomingMessage) {
    this.#request = request;
  }
  get(name: string): string | null {
    const value = this.#request.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }
}

/** In the place of the Fetch API's Response: what Yoga's own code gives it. */
const answers = {
  Response: class implements PlainAnswer {
    readonly body: string;
    readonly status: number;
    readonly headers: Record<string, string>;
    constructor(body: string, { status, headers }: Omit<PlainAnswer, 'body'>) {
      this.body = body;
      this.status = status;
      this.headers = headers;
    }
  },
} as unknown as FetchAPI;

/** How an answer is written that is accepted with nothing but these; Yoga prefers the first that is named. */
const negotiated: Readonly<Record<string, string>> = {
  '*/*': 'application/json',
  'application/*': 'application/json',
  'application/json': 'application/json',
  'application/graphql-response+json': 'application/graphql-response+json',
};

function mediaTypeFor(accept: string): string | null {
  const types = accept.split(',').map((each) => negotiated[each.split(';q=')[0]?.trim() ?? '']);
  return types.includes(undefined) ? null : (types[0] ?? null);
}

/** What has come when the client hangs up is read no further, and is nothing. */
function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts).toString()));
    request.on('error', () => resolve(''));
  });
}

function paramsOf(body: string): GraphQLParams | null {
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return null;
  const { query, extensions } = sent as GraphQLParams;
  if (typeof query !== 'string' || query.includes('subscription') || extensions != null) return null;
  return sent as GraphQLParams;
}
