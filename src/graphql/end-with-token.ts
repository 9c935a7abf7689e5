import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin, Repeater } from 'graphql-yoga';
import { wakeAt } from '../platform/wake-at.ts';
import type { RequestContext } from './context.ts';
import { signInError } from './sign-in-refusals.ts';

/**
 * A subscription over HTTP ends with the token that it was opened with: its last event is the error TOKEN_EXPIRED. Sockets see
 * to that by themselves, since there the token can be renewed.
 */
export function endWithToken(): Plugin<RequestContext> {
  return {
    onSubscribe: ({ args }) => ({
      onSubscribeResult({ result, setResult }) {
        const { tokenExpiresAt, language } = args.contextValue as RequestContext;
        if (!isAsyncIterable(result) || tokenExpiresAt === null || !('request' in args.contextValue)) return;
        setResult(until(tokenExpiresAt, result, { errors: [signInError('TOKEN_EXPIRED', language)] }));
      },
    }),
  };
}

/** Hands on what comes until the moment, then what comes last. */
function until(
  end: Date,
  results: AsyncIterable<ExecutionResult>,
  last: ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  return new Repeater(async (push, stop) => {
    const source = results[Symbol.asyncIterator]();
    const callOff = wakeAt(end, () => {
      push(last).catch(() => undefined);
      stop();
    });
    stop.then(() => {
      callOff();
      source.return?.();
    });
    for (let next = await source.next(); next.done !== true; next = await source.next())
      await push(next.value);
    stop();
  });
}
