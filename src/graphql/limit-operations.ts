import type { FetchAPI, Plugin } from 'graphql-yoga';
import { isUpload, longestOperation } from './accept-uploads.ts';
import { requestLanguage } from './request-language.ts';
import { shellError } from './shell/shell-error.ts';

/**
 * Cuts off requests that go on for longer than any operation takes, whoever sends them. Those that bring a file are longer;
 * see acceptUploads.
 */
export function limitOperations(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (isUpload(request) || requestParser === undefined) return;
      const announced = request.headers.get('content-length');
      if (announced === null) setRequestParser((whole) => requestParser(cutOff(whole, fetchAPI)));
      else if (Number(announced) > longestOperation) throw tooLarge(request);
    },
  };
}

/**
 * Counts what comes, for a request that does not say its length. What is too much is let pass without being kept: a request
 * that is not read to its end would block the next one on its connection.
 */
function cutOff(request: Request, { Request, TransformStream }: FetchAPI): Request {
  if (request.body === null) return request;
  let read = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read <= longestOperation) controller.enqueue(chunk);
    },
    flush(controller) {
      if (read > longestOperation) controller.error(tooLarge(request));
    },
  });
  const { url, method, headers, signal } = request;
  const body = request.body.pipeThrough(counting);
  // A body that is a stream needs `duplex`, which the type of the browsers does not know.
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
}

function tooLarge({ headers }: Request): Error {
  return shellError('REQUEST_ENTITY_TOO_LARGE', requestLanguage(headers.get('accept-language'), 'EN'));
}
