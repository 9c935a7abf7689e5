import { Repeater } from 'graphql-yoga';
import { type Actor, findActor } from '../domain/actor.ts';
import type { RequestContext } from './context.ts';

/**
 * Hands events on to one subscriber for as long as they may have them: at each event the staff member is looked up again, and
 * permission is asked again (B5). The subscription ends once the staff member or the organization is no longer active, has other rights, or has lost the access.
 * @param permission for an event: deliver it, pass over it, or end the subscription.
 */
export function deliver<Event>(
  events: AsyncIterable<Event>,
  { actor, platform, renewMoment }: RequestContext,
  permission: (event: Event) => Promise<'deliver' | 'pass' | 'end'>,
): AsyncIterable<Event> {
  return new Repeater(async (push, stop) => {
    const source = events[Symbol.asyncIterator]();
    stop.then(() => source.return?.());
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      renewMoment();
      const now = await findActor(platform.database, { id: actor.staffId });
      const answer = now !== null && sameRights(now, actor) ? await permission(next.value) : 'end';
      if (answer === 'end') break;
      if (answer === 'deliver') await push(next.value);
    }
    stop();
  });
}

function sameRights(now: Actor, before: Actor): boolean {
  return now.organizationId === before.organizationId && now.roles.join() === before.roles.join();
}
