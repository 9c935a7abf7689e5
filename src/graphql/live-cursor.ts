import { visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import { perDocument } from './per-document.ts';

const field = 'liveCursor';

builder.queryField(field, (t) =>
  t.string({
    description:
      'Where the live events stand. Ask for it together with what you show, in one operation, and subscribe after it: it is read before everything else of its operation, so nothing falls in between (B5).',
    resolve: (_root, _args, { live, liveCursor }) => liveCursor ?? live.newestCursor(),
  }),
);

/**
 * Reads {@link RequestContext.liveCursor} before an operation that asks for it is run. The fields of a query are resolved side
 * by side: one that was read after a list would leave out what was committed between the two.
 */
export function readLiveCursorFirst(): Plugin<RequestContext> {
  return {
    async onExecute({ args }) {
      const { contextValue, document } = args;
      if (contextValue.signedIn && asksForIt(document)) {
        contextValue.liveCursor = await contextValue.live.newestCursor();
      }
    },
  };
}

const asksForIt = perDocument((document) => {
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value === field) asks = true;
    },
  });
  return asks;
});
