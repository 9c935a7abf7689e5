import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../context.ts';
import { countOpen } from './count-open.ts';
import { shellError } from './shell-error.ts';

/** Server-sent events: how many streams of one staff member a process keeps open at once. */
export const streamsOfUser = 50;

/** Refuses further subscriptions by server-sent events to who has that many open. What runs on sockets has no response, and limits of its own. */
export function limitStreams(): Plugin<RequestContext & { res?: ServerResponse }> {
  const open = countOpen(streamsOfUser);
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { signedIn, actor, language, res } = args.contextValue;
      if (!signedIn || res === undefined || res.destroyed) return;
      const leave = open.enter(actor.staffId);
      if (leave === null) setResultAndStopExecution({ errors: [shellError('TOO_MANY_STREAMS', language)] });
      else res.once('close', leave);
    },
  };
}
