import { type ExecutionResult, execute, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { waitOutOutage } from '../platform/wait-out-outage.ts';
import type { RequestContext } from './context.ts';

/**
 * An event whose record could not be loaded, since the database went away just then, is told once that is back: a subscription
 * leaves nothing out (B5). What fails although the database is there is told as the error it is.
 */
export function tellAgain(): Plugin<RequestContext> {
  return {
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => ({
        async onNext({ result, setResult }) {
          const { event, platform } = args.contextValue as RequestContext;
          if (event === null || isAsyncIterable(result) || !hasFailed(result)) return;
          const loadAgain = async () => {
            const again = await execute({ ...args, rootValue: event });
            if (hasFailed(again)) throw new Error('still not loaded');
            return again;
          };
          const loaded = await waitOutOutage(platform.database, loadAgain, () => false).catch(() => null);
          if (loaded !== null) setResult(loaded);
        },
      }),
    }),
  };
}

/** Whether something unexpected went wrong, masked by now or not. */
function hasFailed({ errors = [] }: ExecutionResult): boolean {
  return errors.some(
    ({ originalError, extensions }) =>
      extensions.code === 'INTERNAL_SERVER_ERROR' ||
      (originalError !== undefined && !(originalError instanceof GraphQLError)),
  );
}
