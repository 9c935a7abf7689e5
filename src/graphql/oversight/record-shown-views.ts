import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { recordViews } from '../../domain/oversight/record-views.ts';
import type { RequestContext } from '../context.ts';
import { takeViews } from './noted-views.ts';

/**
 * Puts on record what an operation, or one event of a subscription, has shown of the clients and cases of other organizations,
 * before the answer leaves (D14). What cannot be put on record is not shown.
 */
export function recordShownViews(): Plugin<RequestContext> {
  return {
    onExecute: () => ({
      async onExecuteDone({ result, setResult, args }) {
        if (!isAsyncIterable(result)) await record(args.contextValue, setResult);
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult: () => ({
        onNext: async ({ setResult, args }) => await record(args.contextValue, setResult),
      }),
    }),
  };
}

async function record(context: RequestContext, setResult: (result: ExecutionResult) => void): Promise<void> {
  const views = takeViews(context);
  if (views.length === 0) return;
  try {
    await recordViews(context.actor, context.platform, views);
  } catch (error) {
    const originalError = error instanceof Error ? error : null;
    setResult({ errors: [new GraphQLError('the views could not be put on record', { originalError })] });
  }
}
